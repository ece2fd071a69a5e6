begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set max_party_size = 2 where tenant_id = pg_temp.id('shop');

select isnt_empty(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_party_size => 2
        ) as s
    $$,
    'two are welcome'
);
select is_empty(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_party_size => 3
        ) as s
    $$,
    'three are not'
);

select * from finish();
rollback;
