begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

call pg_temp.set_policy('advance_booking_limit_days', '14');
call pg_temp.have_booking('first', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('second', '2026-06-08T08:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('third', '2026-06-08T10:00Z');
insert into booking.holiday (tenant_id, name, starts_on, ends_on)
values (pg_temp.id('shop'), 'Fair', '2026-06-15', '2026-06-15');

select results_eq(
    $$
        select c.starts_at
        from booking_v1.slot_calendar(
            p_service_id => pg_temp.id('Cut'),
            p_from => '2026-06-01T00:00Z',
            p_to => '2026-07-01T00:00Z'
        ) as c
        where c.status = 'available'
        order by c.starts_at
    $$,
    $$ select s from pg_temp.starts('2026-06-01T00:00Z', '2026-07-01T00:00Z') as s $$,
    'the same starts'
);
select isnt_empty(
    $$ select s from pg_temp.starts('2026-06-01T00:00Z', '2026-07-01T00:00Z') as s $$,
    'and there are some'
);

select * from finish();
rollback;
