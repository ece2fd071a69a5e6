begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name) values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe');
call pg_temp.run($$
    select booking_v1.create_booking(
        b.key, pg_temp.id('Cut'), b.starts_at, p_customer_id => pg_temp.id('Zoe'), p_timezone => 'Pacific/Chatham',
        p_notes => 'hers'
    )
    from (
        values
        ('over', '2026-06-08T08:00Z'::timestamptz), ('moved', '2026-06-15T08:00Z'), ('cancelled', '2026-06-15T10:00Z'),
        ('to come', '2026-06-15T12:00Z')
    ) as b (key, starts_at)
$$);
call pg_temp.run($$
    select booking_v1.reschedule_booking(
        'move it', pg_temp.booking_of('moved'), '2026-06-15T14:00Z', p_override_reason => 'she is ill'
    )
$$);
call pg_temp.run($$ select booking_v1.cancel_booking('cancel it', pg_temp.booking_of('cancelled'), 'ill as well') $$);
call pg_temp.run($$
    select booking_v1.import_booking(
        '4711', pg_temp.id('Cut'), '2026-06-22T08:00Z', p_customer_id => pg_temp.id('Zoe'), p_resource_id => pg_temp.id('Ada')
    )
$$);
set local booking.now = '2026-06-08T12:00Z';
call pg_temp.run($$ select booking_v1.erase_customer('erase her', pg_temp.id('Zoe')) $$);

select results_eq(
    $$ select b.status, b.version from booking_v1.list_bookings() as b $$,
    $$ values ('confirmed', 1), ('cancelled', 2), ('cancelled', 2), ('cancelled', 3), ('cancelled', 2) $$,
    'the past stays, what was to come is cancelled'
);
select is_empty(
    $$ select f.subject, f.problem from booking.find_broken_histories(pg_temp.id('shop')) as f $$,
    'each booking is what its history tells'
);

select * from finish();
rollback;
