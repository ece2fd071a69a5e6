begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
create temporary view callable as
    select p.proname::text as name
    from pg_catalog.pg_proc as p
    where
        p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and pg_catalog.has_function_privilege('booking_worker', p.oid, 'execute');

select set_has(
    'select c.name from callable as c',
    $$ values ('lease_outbox'), ('report_outbox'), ('report_webhook'), ('dispatch_events'), ('tick') $$, 'these'
);
select is_empty(
    $$
        select c.name
        from callable as c
        where
            c.name not in ('lease_outbox', 'report_outbox', 'report_webhook', 'dispatch_events', 'tick')
            and c.name !~ '_content$'
    $$,
    'and those that say what is to be sent'
);
select is(
    pg_temp.error_as('booking_worker', 'select o.kind from booking.outbox as o'), '42501', 'it reads no table'
);

select * from finish();
rollback;
