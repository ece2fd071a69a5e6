begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create function pg_temp.kept()
returns text
language sql
as $function$
    select concat_ws(' ', c.language, c.time_zone) from booking_v1.get_customer(pg_temp.id('Zoe')) as c
$function$;

call pg_temp.run($$
    select booking_v1.upsert_customer(
        'Zoe', p_customer_id => pg_temp.id('Zoe'), p_language => 'zh-Hant-TW', p_time_zone => 'Asia/Taipei'
    )
$$);
select is(pg_temp.kept(), 'zh-Hant-TW Asia/Taipei', 'as given');
call pg_temp.run($$ select booking_v1.upsert_customer('Zoe Z.', p_customer_id => pg_temp.id('Zoe')) $$);
select is(pg_temp.kept(), 'zh-Hant-TW Asia/Taipei', 'what is not given stays');
call pg_temp.run($$ select booking_v1.upsert_customer(p_customer_id => pg_temp.id('Zoe'), p_language => '') $$);
select is(pg_temp.kept(), 'Asia/Taipei', 'what is empty goes');
select is(
    pg_temp.error_of($$ select booking_v1.upsert_customer('Yan', p_language => 'de_AT') $$),
    '400 invalid_argument p_language', 'no tag'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_customer('Yan', p_time_zone => 'CET') $$),
    '400 invalid_argument p_time_zone', 'no zone'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_tenant('x', 'x', 'UTC', p_language => 'english') $$),
    '400 invalid_argument p_language', 'of a tenant either'
);

select * from finish();
rollback;
