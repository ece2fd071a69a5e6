begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

select is_empty(
    $$
        select s.starts_at
        from booking_v1.available_slots(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-08T00:00Z',
            p_to => '2026-06-09T00:00Z',
            p_hold_token => gen_random_uuid()
        ) as s
    $$,
    'whoever asks with a hold that is gone is offered nothing'
);

select * from finish();
rollback;
