begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');
call pg_temp.run($$ select booking_v1.upsert_customer('Yan', p_email => 'yan@example.org') $$);
call pg_temp.run($$ select booking_v1.upsert_customer('Zoe', p_customer_id => pg_temp.id('Zoe')) $$);
call pg_temp.run($$ select booking.make_secret(pg_temp.id('shop')), booking.make_secret(pg_temp.id('other')) $$);
create temporary table token on commit drop as
select booking.unsubscribe_token(pg_temp.id('shop'), pg_temp.id('Zoe'), 'email', 'reminder') as text;
grant select on token to public;
set local request.jwt.claims = '{"role": "anon"}';

create function pg_temp.answer_to(p_token text)
returns text
language sql
as $function$
    select pg_temp.error_of(format('select booking_v1.unsubscribe(%L)', p_token))
$function$;

select is(
    pg_temp.answer_to((select replace(t.text, '.reminder.', '.all.') from token as t)), '404 not_found p_token', 'not for another kind'
);
select is(pg_temp.answer_to(null), '404 not_found p_token', 'none is none');
select is(pg_temp.answer_to('x'), '404 not_found p_token', 'nor is anything');
call pg_temp.enter_shop('other');
select is(pg_temp.answer_to((select t.text from token as t)), '404 not_found p_token', 'not in another shop');
call pg_temp.enter_shop('shop');
select is(pg_temp.answer_to((select t.text from token as t)), 'no error', 'visitors may');
select results_eq(
    $$ select p.customer_id, p.kind, p.is_wanted from booking.notification_preference as p $$,
    $$ values (pg_temp.id('Zoe'), 'reminder', false) $$, 'and it is noted, of her'
);

select * from finish();
rollback;
