-- Why the service's own rules forbid a start, whoever would serve it: one row a rule that is broken, the
-- weightiest first. Shares its formulas with permitted_starts and candidates.
create or replace function booking.timing_refusals(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_starts_at timestamptz,
    p_duration interval,
    p_now timestamptz,
    p_except_booking_id uuid default null
)
returns table (code text, message text, rule text, during tstzrange)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_horizon tstzrange := booking.booking_horizon(p_terms => p_terms, p_now => p_now);
    v_earliest timestamptz := booking.earliest_start(p_terms => p_terms, p_now => p_now);
    -- where the notice reaches past the limit, what comes before its end is too soon, and all after it too far ahead
    v_limit timestamptz := case when isempty(v_horizon) then v_earliest else upper(v_horizon) end;
begin
    return query
    select r.code, r.message, r.rule, r.during
    from (
        values
        (
            not (p_terms).is_active, 'no_resource', 'this service is not offered at present', 'service', null
        ),
        (
            not booking.is_duration_allowed(p_terms => p_terms, p_duration => p_duration),
            'duration_not_allowed', format('%s is not a duration of this service', p_duration),
            'allowed_durations', null
        ),
        (
            p_starts_at < p_now, 'in_the_past', 'the start is in the past', null, tstzrange(null, p_now)
        ),
        (
            p_starts_at >= p_now and p_starts_at < v_earliest,
            'too_soon',
            format('bookings need a notice of %s', booking.counted(
                p_count => booking.policy_integer(p_terms => p_terms, p_policy_name => 'minimum_booking_notice_hours'),
                p_noun => 'hour'
            )),
            'minimum_booking_notice_hours', tstzrange(p_now, v_earliest)
        ),
        (
            p_starts_at >= v_limit,
            'too_far_ahead',
            format('bookings are taken for %s ahead', booking.counted(
                p_count => booking.policy_integer(p_terms => p_terms, p_policy_name => 'advance_booking_limit_days'),
                p_noun => 'day'
            )),
            'advance_booking_limit_days', tstzrange(v_limit, null)
        )
    ) as r (is_broken, code, message, rule, during)
    where r.is_broken;

    if booking.has_count_limit(p_terms) then
        return query
        select
            'limit_reached',
            case f.policy_name
                when 'max_bookings_per_day' then 'all bookings that this day may have are taken'
                else 'all bookings that this week may have are taken'
            end,
            f.policy_name, f.during
        from booking.reached_limits(
            p_tenant_id => p_tenant_id, p_terms => p_terms, p_window => tstzrange(p_starts_at, p_starts_at, '[]'),
            p_except_booking_id => p_except_booking_id
        ) as f
        where f.during @> p_starts_at
        order by f.policy_name desc; -- the week first: another day of it is no use
    end if;

    if not booking.is_on_grid(
        p_starts_at => p_starts_at, p_time_zone => (p_terms).time_zone,
        p_interval => (p_terms).slot_interval, p_offset => (p_terms).slot_offset
    ) then
        return query
        select
            'outside_availability',
            format(
                'starts lie %s apart, the first at %s',
                booking.counted(
                    p_count => (extract(epoch from (p_terms).slot_interval) / 60)::integer, p_noun => 'minute'
                ),
                to_char((p_terms).slot_offset, 'HH24:MI')
            ),
            'slot_interval', null::tstzrange;
    end if;
end
$function$;

comment on function booking.timing_refusals(uuid, booking.terms, timestamptz, interval, timestamptz, uuid) is
'Broken rules of a service for a start: code, message, the policy or setting, and when it applies.';
