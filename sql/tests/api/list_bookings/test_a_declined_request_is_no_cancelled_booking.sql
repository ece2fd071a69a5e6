begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'sam', 'staff', booking.now());
insert into booking.customer (tenant_id, customer_id, name, subject)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe');
call pg_temp.have_booking('cancelled', '2026-06-08T07:00Z');
update booking.service as s set requires_confirmation = true where s.service_id = pg_temp.id('Cut');
call pg_temp.have_booking('declined', '2026-06-08T08:00Z');
call pg_temp.have_booking('withdrawn', '2026-06-08T09:00Z');
call pg_temp.have_booking('given up', '2026-06-08T10:00Z');
call pg_temp.have_booking('waiting', '2026-06-08T11:00Z');
update booking.booking as b set customer_id = pg_temp.id('Zoe') where b.booking_id = pg_temp.booking_of('withdrawn');
select booking_v1.confirm_booking('confirm', pg_temp.booking_of('given up'));
select booking_v1.reschedule_booking('move', pg_temp.booking_of('declined'), '2026-06-08T12:00Z');
create temporary table made on commit drop as
select k.key, pg_temp.booking_of(k.key) as booking_id, k.occurred_at
from (
    values
    ('cancelled', '2026-06-02T05:00Z'::timestamptz), ('declined', '2026-06-03T05:00Z'),
    ('withdrawn', '2026-06-04T05:00Z'), ('given up', '2026-06-05T05:00Z'), ('waiting', null)
) as k (key, occurred_at);
grant select on made to authenticated;

create function pg_temp.cancel_as(p_claims text, p_key text, p_reason text)
returns void
language plpgsql
volatile
as $function$
begin
    perform set_config('booking.now', m.occurred_at::text, true) from made as m where m.key = p_key;
    perform set_config('request.jwt.claims', p_claims, true);
    perform booking_v1.cancel_booking('end ' || m.key, m.booking_id, p_reason) from made as m where m.key = p_key;
    perform set_config('request.jwt.claims', '', true);
end
$function$;

select pg_temp.cancel_as('', 'cancelled', 'closed on that day');
select pg_temp.cancel_as('{"role": "authenticated", "sub": "sam"}', 'declined', null);
select pg_temp.cancel_as('{"role": "authenticated", "sub": "zoe"}', 'withdrawn', 'too far');
select pg_temp.cancel_as('{"role": "authenticated", "sub": "sam"}', 'given up', null);

select results_eq(
    $$
        select m.key, b.cancelled_from, b.cancelled_by, b.cancelled_at, b.cancellation_reason
        from booking_v1.list_bookings() as b
        join made as m on m.booking_id = b.booking_id
        order by m.key
    $$,
    $$
        values
        ('cancelled', 'confirmed', 'service', '2026-06-02T05:00Z'::timestamptz, 'closed on that day'),
        ('declined', 'pending', 'staff', '2026-06-03T05:00Z', null),
        ('given up', 'confirmed', 'staff', '2026-06-05T05:00Z', null),
        ('waiting', null, null, null, null),
        ('withdrawn', 'pending', 'customer', '2026-06-04T05:00Z', 'too far')
    $$,
    'each is told from the others'
);
select bag_eq(
    $$ select to_jsonb(b) from booking_v1.list_bookings() as b $$,
    $$ select to_jsonb(b) from made as m cross join lateral booking_v1.get_booking(m.booking_id) as b $$,
    'one by one as in the list'
);
set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
select results_eq(
    'select b.cancelled_from, b.cancelled_by, b.cancellation_reason from booking_v1.list_bookings() as b',
    $$ values ('pending', 'customer', 'too far') $$, 'a customer is told of theirs'
);

select * from finish();
rollback;
