-- Wall-clock times of a date become instants by subtraction, unless a clock changes on it, the day before or
-- the day after; those dates have no offset here. Two looks suffice to know that, since no zone changes twice
-- within five days (the soak tests look at all of them): a local date lies between 14 hours before and 36
-- hours after its midnight in UTC, and resolve_local looks at the day before. In no zone does a window touch
-- dates before the first or after the last, and night shifts begin the evening before.
create or replace function booking.clock_of(p_time_zone text, p_window tstzrange)
returns booking.clock
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_first date := (lower(p_window) at time zone 'UTC')::date - 2;
    v_last date := (upper(p_window) at time zone 'UTC')::date + 1;
    v_clock booking.clock;
begin
    select
        p_time_zone, v_first, v_last,
        array_agg(case when o.before = o.after then o.before end order by o.on_date)
    into v_clock
    from (
        select
            d.on_date,
            booking.utc_offset(d.on_date::timestamp at time zone 'UTC' - interval '38:00', p_time_zone) as before,
            booking.utc_offset(d.on_date::timestamp at time zone 'UTC' + interval '60:00', p_time_zone) as after
        from booking.dates(v_first, v_last) as d
        offset 0 -- each offset is looked up once
    ) as o;
    return v_clock;
end
$function$;

comment on function booking.clock_of(text, tstzrange) is 'The clock of a zone around a window.';
