begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada,Grace}');

create function pg_temp.told(p_statement text)
returns integer
language plpgsql
as $function$
declare
    v_before bigint := (select p.position from booking_v1.feed_position() as p);
begin
    execute p_statement;
    perform booking.dispatch_events();
    return (
        select max(cardinality(f.resource_ids))
        from booking_v1.feed(v_before) as f
        where f.kind = 'availability' and f.change = 'changed' and f.starts_at is null
    );
end
$function$;

select is(pg_temp.told(
    $$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08', '2026-06-10') $$
), 1, 'time off of one');
select is(pg_temp.told($$ select booking_v1.upsert_holiday('a day', '2026-06-08') $$), 2, 'a holiday of all');
select is(pg_temp.told($$ select booking_v1.upsert_opening_hours(1, '10:00', '12:00') $$), 2, 'opening hours');
select is(pg_temp.told($$ select booking_v1.upsert_weekly_hours(pg_temp.id('Grace'), 2, '10:00', '12:00') $$), 1, 'hours');
select is(pg_temp.told($$
    select booking_v1.upsert_weekly_hours(pg_temp.id('Grace'), d.weekday, '10:00', '12:00')
    from generate_series(3, 5) as d (weekday)
$$), 1, 'hours of several days');
select is(pg_temp.told($$ select booking_v1.upsert_customer('Zenobia') $$), null, 'and nothing else');

select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-15', '2026-06-16')::text;
set local booking.now = '2026-06-01T05:00:01Z';
select booking_v1.upsert_time_off(pg_temp.id('Grace'), '2026-06-15', '2026-06-16')::text;
create temporary table begun on commit drop as select p.position from booking_v1.feed_position() as p;
select booking.dispatch_events(1)::text;
select results_eq(
    'select f.resource_ids from begun as b cross join lateral booking_v1.feed(b.position) as f',
    format('values (array[%L]::uuid[])', pg_temp.id('Ada')), 'what is left for the next dispatch is told by that'
);

select * from finish();
rollback;
