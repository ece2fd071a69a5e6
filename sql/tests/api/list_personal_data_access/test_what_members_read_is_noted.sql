begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values
(pg_temp.id('shop'), 'sam', 'staff', booking.now()), (pg_temp.id('shop'), 'ada', 'admin', booking.now()),
(pg_temp.id('shop'), 'oda', 'owner', booking.now());
insert into booking.customer (tenant_id, customer_id, name, subject)
values
(pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe'),
(pg_temp.id('shop'), pg_temp.id('Yan'), 'Yan', 'yan');
select booking_v1.create_booking('hers', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_id => pg_temp.id('Zoe'))::text;
call pg_temp.have_booking('nobody''s', '2026-06-08T09:00Z');

create procedure pg_temp.read_as(p_subject text, p_statement text)
language plpgsql
as $procedure$
begin
    perform set_config(
        'request.jwt.claims', jsonb_build_object('role', 'authenticated', 'sub', p_subject)::text, true
    );
    perform set_config('role', 'authenticated', true);
    execute p_statement;
    perform set_config('role', 'none', true);
end
$procedure$;

call pg_temp.run('select * from booking_v1.list_bookings()');
call pg_temp.read_as('zoe', 'select * from booking_v1.list_bookings()');
call pg_temp.read_as('sam', 'select * from booking_v1.list_customers(''nobody is called so'')');
call pg_temp.read_as('sam', 'select * from booking_v1.list_services()');
select is_empty(
    'select * from booking.personal_data_access',
    'an application, a customer, a search without a result and what is nobody''s: nothing to note'
);

set local request.headers = '{"x-correlation-id": "abc-123"}';
call pg_temp.read_as('sam', 'select * from booking_v1.list_bookings()');
set local booking.now = '2026-06-01T06:00Z';
set local request.headers = '{"x-request-id": "def-456"}';
call pg_temp.read_as('sam', 'select * from booking_v1.list_customers(''yan'')');
set local booking.now = '2026-06-01T07:00Z';
set local request.headers = '';
call pg_temp.read_as('ada', format('select * from booking_v1.get_customer(%L)', pg_temp.id('Zoe')));
set local booking.now = '2026-06-01T08:00Z';
call pg_temp.read_as('ada', format('select * from booking_v1.get_booking(%L)', pg_temp.booking_of('hers')));
set local booking.now = '2026-06-01T09:00Z';
call pg_temp.read_as('ada', format('select * from booking_v1.booking_history(%L)', pg_temp.booking_of('hers')));
set local booking.now = '2026-06-01T10:00Z';
call pg_temp.read_as('oda', format('select booking_v1.export_customer(%L)', pg_temp.id('Zoe')));

select results_eq(
    $$
        select a.actor_role, a.actor_subject, a.function_name, a.customer_ids, a.row_count, a.correlation_id
        from booking_v1.list_personal_data_access() as a
    $$,
    $$
        values
            ('owner', 'oda', 'export_customer', array[pg_temp.id('Zoe')], 1, null::text),
            ('admin', 'ada', 'booking_history', array[pg_temp.id('Zoe')], 1, null),
            ('admin', 'ada', 'get_booking', array[pg_temp.id('Zoe')], 1, null),
            ('admin', 'ada', 'get_customer', array[pg_temp.id('Zoe')], 1, null),
            ('staff', 'sam', 'list_customers', array[pg_temp.id('Yan')], 1, 'def-456'),
            ('staff', 'sam', 'list_bookings', array[pg_temp.id('Zoe')], 2, 'abc-123')
    $$,
    'who, how, whose, and in which request; latest first'
);
select results_eq(
    $$
        select a.function_name
        from booking_v1.list_personal_data_access(p_from => '2026-06-01T06:00Z', p_to => '2026-06-01T08:00Z') as a
    $$,
    $$ values ('get_customer'), ('list_customers') $$, 'of some time'
);
select results_eq(
    $$
        select a.function_name
        from booking_v1.list_personal_data_access(p_customer_id => pg_temp.id('Yan')) as a
    $$,
    $$ values ('list_customers') $$, 'of one customer'
);
select results_eq(
    $$
        select n.function_name
        from booking_v1.list_personal_data_access(p_limit => 5) with ordinality as a
        cross join lateral booking_v1.list_personal_data_access(p_limit => 5, p_after => a.access_id) as n
        where a.ordinality = 5
    $$,
    $$ values ('list_bookings') $$, 'a page after the other'
);
select throws_ok(
    'call pg_temp.read_as(''sam'', ''select * from booking_v1.list_personal_data_access()'')', 'PT403', 'not_allowed',
    'staff do not read it'
);
set transaction read only;
select throws_ok(
    'call pg_temp.read_as(''sam'', ''select * from booking_v1.list_bookings()'')', '25006',
    'what members read of customers is noted, which this transaction may not',
    'where nothing can be noted, nothing is read'
);

select * from finish();
rollback;
