begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/zones.sql
select plan(9);

call pg_temp.make_shop();
call pg_temp.have_booking('wrong', '2026-06-08T08:00Z');
call pg_temp.have_booking('right', '2026-06-08T11:00Z');
call pg_temp.rules_change('wrong', '-1 hour');
delete from booking.outbox as o where o.tenant_id = pg_temp.id('shop');
select is(booking.repair_time_zones(), 1, 'one of two is wrong');
select is(current_setting('booking.tenant_id'), '', 'nobody''s rows are seen afterwards');
select row_eq(
    $$
        select b.starts_at, b.ends_at, b.starts_local, b.version, b.reschedule_count
        from booking.booking as b
        where b.booking_id = pg_temp.booking_of('wrong')
    $$,
    row('2026-06-08T08:00Z'::timestamptz, '2026-06-08T09:00Z'::timestamptz, '2026-06-08T10:00'::timestamp, 2, 0),
    'it is when its wall time is, and nobody has used up a move'
);
select results_eq(
    $$ select k.starts_at, k.ends_at from booking.claim as k where k.booking_id = pg_temp.booking_of('wrong') $$,
    $$ values ('2026-06-08T08:00Z'::timestamptz, '2026-06-08T09:00Z'::timestamptz) $$,
    'its claim, too'
);
select row_eq(
    $$
        select e.kind, e.actor_role, e.actor_subject, e.changes ->> 'cause', (e.changes ->> 'starts_at')::timestamptz
        from booking.booking_event as e
        where e.booking_id = pg_temp.booking_of('wrong') and e.version = 2
    $$,
    row(
        'rescheduled'::text, 'service'::text, 'repair_time_zones'::text, 'time_zone_rules'::text,
        '2026-06-08T08:00Z'::timestamptz
    ),
    'its history says why'
);
select is(
    (select count(*) from booking.outbox as o where o.kind = 'event' and o.booking_id = pg_temp.booking_of('wrong')),
    1::bigint, 'whoever follows is told'
);
select is(
    (select b.version from booking.booking as b where b.booking_id = pg_temp.booking_of('right')), 1,
    'the other has nothing to do with it'
);
select is(booking.repair_time_zones(), 0, 'once');
select is_empty($$ select from booking.alert as a where a.code = 'time_zone_conflict' $$, 'and nobody has to look');

select * from finish();
rollback;
