begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_customer('Zoe', p_customer_id => pg_temp.id('Zoe')) $$);
call pg_temp.run($$ select booking.make_secret(pg_temp.id('shop')) $$);
call pg_temp.run($$ select booking_v1.erase_customer('erase', pg_temp.id('Zoe')) $$);

select is(
    pg_temp.error_of(
        format(
            'select booking_v1.unsubscribe(%L)',
            booking.unsubscribe_token(pg_temp.id('shop'), pg_temp.id('Zoe'), 'email', 'reminder')
        )
    ),
    '404 not_found p_token', 'a link of before is none any more'
);
select is_empty($$ select p.kind from booking.notification_preference as p $$, 'and nothing is kept of her');

select * from finish();
rollback;
