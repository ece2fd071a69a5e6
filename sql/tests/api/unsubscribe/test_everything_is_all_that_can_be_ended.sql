begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_customer('Zoe', p_customer_id => pg_temp.id('Zoe')) $$);
call pg_temp.run($$ select booking.make_secret(pg_temp.id('shop')) $$);

select is(u.kind, 'reminder', 'null is not true, as JSON has it for what is not said')
from booking.unsubscribe_token(pg_temp.id('shop'), pg_temp.id('Zoe'), 'email', 'reminder') as t
cross join lateral booking_v1.unsubscribe(t, p_everything => null) as u;
select is(u.kind, null, 'whatever the message was about')
from booking.unsubscribe_token(pg_temp.id('shop'), pg_temp.id('Zoe'), 'email', 'reminder') as t
cross join lateral booking_v1.unsubscribe(t, p_everything => true) as u;
select results_eq(
    $$
        select p.kind, p.is_wanted
        from booking_v1.list_message_preferences(pg_temp.id('Zoe')) as p
        where p.channel = 'email' and p.can_be_changed and p.is_wanted
    $$,
    $$ select null::text, null::boolean where false $$, 'nothing optional is left'
);

select * from finish();
rollback;
