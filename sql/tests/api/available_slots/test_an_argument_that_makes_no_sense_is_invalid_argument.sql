begin;
select plan(9);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_limit => 1000000
        ) as s
    $$,
    'PT400', 'invalid_argument', 'a limit of a million rows'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_limit => 0
        ) as s
    $$,
    'PT400', 'invalid_argument', 'a limit of none'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_limit => null
        ) as s
    $$,
    'PT400', 'invalid_argument', 'no limit at all'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_duration => '00:00'
        ) as s
    $$,
    'PT400', 'invalid_argument', 'no duration'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_duration => '-01:00'
        ) as s
    $$,
    'PT400', 'invalid_argument', 'a negative duration'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_duration => '1 month'
        ) as s
    $$,
    'PT400', 'invalid_argument', 'a duration of unknown length'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_duration => '745 hours'
        ) as s
    $$,
    'PT400', 'invalid_argument', 'a duration of more than 31 days'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_party_size => 0
        ) as s
    $$,
    'PT400', 'invalid_argument', 'nobody'
);
select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_party_size => -1
        ) as s
    $$,
    'PT400', 'invalid_argument', 'less than nobody'
);

select * from finish();
rollback;
