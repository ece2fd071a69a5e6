begin;
select plan(15);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');
call pg_temp.have_brought('4711', '2026-06-08T08:00Z');
call pg_temp.have_brought('4712', '2026-06-08T12:00Z');

select is(pg_temp.became(o), 'confirmed 2 ["notes"]', 'a remark')
from pg_temp.bring('4711', '2026-06-08T08:00Z', p_notes => 'by bicycle') as o;
select is(pg_temp.became(o), 'confirmed 3 ["ends_at", "starts_at"]', 'a move, to what overlaps where it was')
from pg_temp.bring('4711', '2026-06-08T08:30Z', p_notes => 'by bicycle') as o;
select is(pg_temp.became(o), 'confirmed 4 ["resource_ids"]', 'another person')
from pg_temp.bring('4711', '2026-06-08T08:30Z', p_resource => 'Grace', p_notes => 'by bicycle') as o;
select is(
    (
        select array_agg(k.resource_id || ' ' || k.starts_at)
        from booking.claim as k
        where k.booking_id = pg_temp.brought('4711')
    ),
    array[pg_temp.id('Grace') || ' 2026-06-08 08:30:00+00'], 'its time went with it'
);
select is(pg_temp.became(o), 'confirmed 4 again', 'who doesn''t say with whom means the same')
from booking_v1.import_booking(
    '4711', pg_temp.id('Cut'), '2026-06-08T08:30Z', p_customer_email => 'zoe@example.com', p_notes => 'by bicycle'
) as o;
select is(pg_temp.became(o), 'confirmed 4 slot_taken', 'a move to where somebody else is')
from pg_temp.bring('4711', '2026-06-08T12:30Z') as o;
select is(
    (select b.starts_at from booking_v1.get_booking(pg_temp.brought('4711')) as b), '2026-06-08T08:30Z',
    'leaves it where it is'
);
select is(
    (select count(*) from booking.claim as k where k.booking_id = pg_temp.brought('4711')), 1::bigint, 'with its time'
);
select is(pg_temp.became(o), 'cancelled 5 ["status"]', 'a cancellation')
from pg_temp.bring('4711', '2026-06-08T08:30Z', 'cancelled', p_resource => 'Grace', p_notes => 'by bicycle') as o;
select is(
    pg_temp.answer(pg_temp.book('2026-06-08T08:00Z', p_resource_id => pg_temp.id('Grace'))), 'completed 200',
    'gives the time back'
);
select is(pg_temp.became(o), 'cancelled 5 invalid_transition', 'and is for good')
from pg_temp.bring('4711', '2026-06-08T14:00Z') as o;
select booking_v1.upsert_service(
    'Shave', '30 min', array[pg_temp.id('Ada')], p_price => 12.5, p_service_id => pg_temp.id('Shave')
);
create function pg_temp.bring_another(p_service text, p_price numeric default null)
returns text
language sql
volatile
as $$
    select pg_temp.became(o)
    from booking_v1.import_booking(
        '4712', pg_temp.id(p_service), '2026-06-08T12:00Z', p_customer_email => 'zoe@example.com', p_price => p_price
    ) as o
$$;
select is(
    pg_temp.bring_another('Shave'), 'confirmed 2 ["ends_at", "price", "service_id"]',
    'another service is as long as that one, and costs as much'
);
select is(
    (
        select concat_ws(' ', b.ends_at - b.starts_at, b.price, upper(k.during) - lower(k.during))
        from booking_v1.get_booking(pg_temp.brought('4712')) as b
        cross join booking.claim as k
        where k.booking_id = b.booking_id
    ),
    '00:30:00 12.5 00:30:00', 'and takes as much'
);
select is(
    pg_temp.bring_another('Cut', 40), 'confirmed 3 ["ends_at", "price", "service_id"]', 'unless something else is said'
);
select is_empty(
    $$ select d.* from booking.find_tenant_problems() as d where d.tenant_id = pg_temp.id('shop') $$,
    'its events lead to it'
);

select * from finish();
rollback;
