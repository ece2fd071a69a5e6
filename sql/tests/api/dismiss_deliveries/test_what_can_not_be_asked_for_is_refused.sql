begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of($$ select booking_v1.dismiss_deliveries('e-mail') $$), '400 invalid_argument p_kind',
    'a kind that is none'
);
select is(
    pg_temp.error_of($$ select booking_v1.dismiss_deliveries('event') $$), '400 invalid_argument p_kind',
    'an event, which is no delivery'
);
select is(
    pg_temp.error_of($$ select booking_v1.dismiss_deliveries(p_limit => 10001) $$),
    '400 invalid_argument p_limit', 'too many at once'
);
select is(
    pg_temp.error_of($$ select booking_v1.dismiss_deliveries(p_limit => null) $$),
    '400 invalid_argument p_limit', 'without a limit'
);
select is(
    pg_temp.error_of($$ select booking_v1.dismiss_deliveries(null, '2026-06-02T00:00Z', '2026-06-01T00:00Z') $$),
    '400 invalid_argument p_to', 'a time that ends before it begins'
);

select * from finish();
rollback;
