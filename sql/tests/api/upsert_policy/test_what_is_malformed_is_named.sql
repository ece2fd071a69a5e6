begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');

select is(
    pg_temp.error_of($$ select booking_v1.upsert_policy('kindness', '1') $$),
    '400 invalid_argument p_policy_name', 'a policy there is not'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_policy('max_reschedules', '-1') $$),
    '400 invalid_argument p_value', 'too little'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_policy('max_reschedules', '"3"') $$),
    '400 invalid_argument p_value', 'a text'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_policy('double_booking_prevention', 'false') $$),
    '400 invalid_argument p_value', 'what cannot be otherwise'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_policy('max_reschedules', '1', pg_temp.id('Massage')) $$),
    '404 not_found p_service_id', 'a service of another tenant'
);

select * from finish();
rollback;
