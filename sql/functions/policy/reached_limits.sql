-- The local days and weeks in which a service has all the bookings that it may have. Only called where a limit is set.
-- No constraint can count, so whoever books under a limit holds the service's lock (lock_count).
create or replace function booking.reached_limits(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_window tstzrange,
    p_except_booking_id uuid
)
returns table (policy_name text, during tstzrange)
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
    with start as (
        select b.starts_at at time zone (p_terms).time_zone as local
        from booking.booking as b
        where
            b.tenant_id = p_tenant_id
            and b.service_id = (p_terms).service_id
            and b.status <> 'cancelled'
            and b.starts_at >= lower(p_window) - interval '192:00'
            and b.starts_at <= upper(p_window) + interval '192:00'
            and b.booking_id is distinct from p_except_booking_id
    ),

    unit (name, length, policy_name) as (
        values
        ('day', 1, 'max_bookings_per_day'),
        ('week', 7, 'max_bookings_per_week')
    ),

    period as (
        select distinct
            u.policy_name, u.length, m.most, date_trunc(u.name, d.on_date::timestamp)::date as on_date
        from unit as u
        cross join lateral (select booking.policy_integer(p_terms, u.policy_name) as most) as m
        cross join booking.dates(
            (lower(p_window) at time zone (p_terms).time_zone)::date,
            (upper(p_window) at time zone (p_terms).time_zone)::date
        ) as d
        where m.most is not null
    )

    select
        p.policy_name,
        tstzrange(
            booking.resolve_local(p.on_date::timestamp, (p_terms).time_zone),
            booking.resolve_local((p.on_date + p.length)::timestamp, (p_terms).time_zone)
        )
    from period as p
    where p.most <= (
        select count(*)
        from start as s
        where s.local >= p.on_date and s.local < p.on_date + p.length
    )
$function$;

comment on function booking.reached_limits(uuid, booking.terms, tstzrange, uuid) is
'When a service takes no more bookings, and by which policy: max_bookings_per_day or max_bookings_per_week (Monday to
Sunday). The days and weeks that p_window touches.';
