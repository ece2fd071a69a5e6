begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select throws_ok(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('nothing'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z'
        ) as s
    $$,
    'PT404', 'not_found', 'and says so'
);

select * from finish();
rollback;
