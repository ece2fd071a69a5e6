begin;
select plan(1);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$
    select booking_v1.upsert_service(
        'Shave', '00:30', p_is_public => null, p_is_active => null, p_requires_confirmation => null
    )
$$);

select row_eq(
    $$
        select
            s.is_public, s.is_active, s.requires_confirmation, s.price, s.currency, s.max_party_size, s.slot_interval,
            s.slot_offset, s.buffer_before, s.buffer_after, s.allowed_durations
        from booking_v1.list_services() as s
        where s.name = 'Shave'
    $$,
    row(
        true, true, false, 0::numeric, 'EUR'::text, 1, '00:15'::interval, '00:00'::interval, '00:00'::interval,
        '00:00'::interval, '{}'::interval[]
    ),
    'at once, for nothing, each quarter of an hour'
);

select * from finish();
rollback;
