begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource('', 'staff') $$),
    '400 invalid_argument p_name', 'no name'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource(repeat('x', 201), 'staff') $$),
    '400 invalid_argument p_name', 'a long name'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource('Eve', 'robot') $$),
    '400 invalid_argument p_kind', 'a kind there is not'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource('Eve', null) $$),
    '400 invalid_argument p_kind', 'no kind'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource('Eve', 'staff', 'UTC+5') $$),
    '400 invalid_argument p_time_zone', 'no IANA zone'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource('Eve', 'staff', p_units => 0) $$),
    '400 invalid_argument p_units', 'no units'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_resource('Eve', 'staff', p_units => 1001) $$),
    '400 invalid_argument p_units', 'too many units'
);

select * from finish();
rollback;
