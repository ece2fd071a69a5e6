begin;
select plan(7);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

-- In which tables any of the person's words can be found, in whatever column.
create function pg_temp.traces()
returns setof text
language plpgsql
as $function$
declare
    v_table regclass;
    v_is_found boolean;
begin
    for v_table in
        select c.oid
        from pg_catalog.pg_class as c
        where c.relnamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace) and c.relkind in ('r', 'p', 'm')
        order by c.relname
    loop
        execute format('select exists (select from %s as t where t::text ~* $1)', v_table)
        into v_is_found
        using 'Zenobia|zenobia@|555-0199|sub-of-zenobia|hazelnuts|crutches|vip-number|influenza|grandmother|Xanthippe';
        if v_is_found then
            return next v_table::text;
        end if;
    end loop;
end
$function$;

call pg_temp.set_policy('cancellation_deadline_hours', '0');
set local request.jwt.claims = '{"role": "authenticated", "sub": "sub-of-zenobia"}';
create procedure pg_temp.book_for_zenobia(p_key text, p_starts_at timestamptz)
language plpgsql
as $procedure$
begin
    perform set_config('role', 'authenticated', true);
    perform booking_v1.create_booking(
        p_key, md5('pgbooking test Cut')::uuid, p_starts_at, p_customer_name => 'Zenobia Quill',
        p_customer_email => 'zenobia@example.org', p_customer_phone => '+1 555-0199',
        p_answers => '{"allergies": "hazelnuts"}', p_notes => 'comes on crutches',
        p_metadata => '{"crm": "vip-number 7"}'
    );
    perform set_config('role', 'none', true);
end
$procedure$;
call pg_temp.book_for_zenobia('soon', '2026-06-01T08:00Z');
call pg_temp.book_for_zenobia('later', '2026-06-08T08:00Z');
call pg_temp.book_for_zenobia('never', '2026-06-08T10:00Z');
do $do$ begin
    perform booking_v1.create_booking(
        'for her', pg_temp.id('Cut'), '2026-06-08T14:00Z', p_customer_name => 'Xanthippe'
    );
end $do$;
set local request.jwt.claims = '{"role": "authenticated", "sub": "sub-of-zenobia"}';
set local role authenticated;
do $do$ begin
    perform booking_v1.cancel_booking('not that', b.booking_id, 'I have influenza')
    from booking_v1.list_bookings() as b
    where b.starts_at = '2026-06-08T10:00Z';
end $do$;
reset role;
set local request.jwt.claims = '';
select booking_v1.reschedule_booking('moved', b.booking_id, '2026-06-08T09:00Z', p_override_reason => 'her grandmother')::text
from booking_v1.list_bookings() as b
where b.starts_at = '2026-06-08T08:00Z';
call pg_temp.have_booking('a walk-in', '2026-06-08T13:00Z');
set local booking.now = '2026-06-01T08:30Z';

select bag_eq(
    'select pg_temp.traces()', $$ values ('booking.booking'), ('booking.booking_event'), ('booking.customer') $$,
    'before, the words are in these tables'
);
select is(pg_temp.answer(booking_v1.erase_customer('forget', c.customer_id)), 'completed 200', 'she is erased')
from booking.customer as c
where c.tenant_id = pg_temp.id('shop');
select is_empty('select pg_temp.traces()', 'none of the words is left, in any table');
select results_eq(
    $$
        select b.starts_at, b.status, b.price, b.customer_name, b.answers, b.notes, b.metadata
        from booking_v1.list_bookings() as b
        where b.customer_id is not null
    $$,
    $$
        values
            ('2026-06-01T08:00Z'::timestamptz, 'confirmed', 0::numeric, null::text, '{}'::jsonb, null::text, '{}'::jsonb),
            ('2026-06-08T09:00Z', 'cancelled', 0, null, '{}', null, '{}'),
            ('2026-06-08T10:00Z', 'cancelled', 0, null, '{}', null, '{}'),
            ('2026-06-08T14:00Z', 'cancelled', 0, null, '{}', null, '{}')
    $$,
    'her bookings are kept without her: past ones as they were, those to come cancelled'
);
select results_eq(
    $$
        select h.version, h.kind, h.actor_role, h.changes ->> 'reason', h.changes ->> 'override_reason'
        from booking_v1.list_bookings() as b
        cross join lateral booking_v1.booking_history(b.booking_id) as h
        where b.starts_at = '2026-06-08T09:00Z'
        order by h.version
    $$,
    $$
        values
            (1, 'created', 'customer', null::text, null::text),
            (2, 'rescheduled', 'service', null, 'erased'),
            (3, 'cancelled', 'service', 'the customer was erased', null)
    $$,
    'the history still tells what happened, and that there was a reason'
);
select is(array_agg(s.s), '{2026-06-08T07:00Z,2026-06-08T08:00Z,2026-06-08T09:00Z,2026-06-08T10:00Z,2026-06-08T11:00Z,2026-06-08T12:00Z,2026-06-08T14:00Z}'::timestamptz[], 'her time is free again, a walk-in''s is not')
from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s (s);
select is_empty('select * from booking_v1.list_customers()', 'and she is listed no more');

select * from finish();
rollback;
