begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
\ir ../../helpers/webhooks.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.have_webhook('another''s');
call pg_temp.make_shop();

select lives_ok(
    $$
        select u.webhook_id
        from generate_series(1, 20) as n
        cross join lateral booking_v1.upsert_webhook('https://example.org/', p_webhook_id => pg_temp.id('hook ' || n)) as u
    $$,
    'twenty'
);
select is(
    pg_temp.error_of('select * from booking_v1.upsert_webhook(''https://example.org/'')'), '400 limit_reached',
    'and no more'
);
select is(
    pg_temp.error_of(
        'select * from booking_v1.upsert_webhook(''https://example.org/new'', p_webhook_id => pg_temp.id(''hook 7''))'
    ),
    'no error', 'but they can be changed'
);

select * from finish();
rollback;
