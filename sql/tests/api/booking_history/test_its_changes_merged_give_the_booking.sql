begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

update booking.service set requires_confirmation = true where tenant_id = pg_temp.id('shop');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
select booking_v1.confirm_booking('confirm', pg_temp.booking_of('first'))::text;
select booking_v1.reschedule_booking('move', pg_temp.booking_of('first'), '2026-06-08T10:00Z')::text;
select booking_v1.cancel_booking('cancel', pg_temp.booking_of('first'), 'ill')::text;
create temporary table merged on commit drop as
select jsonb_object_agg(c.key, c.value order by h.version) - 'reason' as facts
from booking_v1.booking_history(pg_temp.booking_of('first')) as h
cross join jsonb_each(h.changes) as c;

select results_eq(
    $$
        select h.version, h.kind
        from booking_v1.booking_history(pg_temp.booking_of('first')) as h
    $$,
    $$ values (1, 'created'), (2, 'confirmed'), (3, 'rescheduled'), (4, 'cancelled') $$,
    'one event a version'
);
select is(
    to_jsonb(b) - array[
        'tenant_id', 'booking_id', 'version', 'created_at', 'guest_name', 'answers', 'notes', 'metadata'
    ],
    m.facts,
    'everything but keys, and what may be personal'
)
from merged as m
cross join booking.booking as b
where b.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
