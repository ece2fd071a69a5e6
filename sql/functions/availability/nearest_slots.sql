-- Alternatives to a start that was taken. Most are found within a day; only where there are not enough, a week
-- is looked through, its end included: what is offered on one day a week has its next start there.
create or replace function booking.nearest_slots(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_starts_at timestamptz,
    p_resource_id uuid,
    p_duration interval,
    p_party_size integer,
    p_now timestamptz,
    p_except_booking_id uuid
)
returns jsonb
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_resource_ids uuid[] := booking.candidates(
        p_terms => p_terms, p_resource_id => p_resource_id, p_duration => p_duration,
        p_party_size => p_party_size
    );
    v_ahead interval;
    v_starts tstzmultirange;
    v_window tstzrange;
    v_grid booking.grid;
    v_slots jsonb := jsonb '[]';
begin
    foreach v_ahead in array array[interval '24:00', interval '168:00'] loop
        v_starts := booking.permitted_starts(
            p_tenant_id => p_tenant_id, p_terms => p_terms,
            p_wanted => tstzrange(p_starts_at - interval '24:00', p_starts_at + v_ahead, '[]'),
            p_now => p_now, p_except_booking_id => p_except_booking_id
        );
        continue when isempty(v_starts);
        v_window := booking.window_of(
            p_starts => v_starts, p_before => p_terms.buffer_before, p_duration => p_duration,
            p_after => p_terms.buffer_after
        );
        v_grid := booking.grid_of(
            p_time_zone => p_terms.time_zone, p_window => v_window,
            p_interval => p_terms.slot_interval, p_offset => p_terms.slot_offset
        );
        select coalesce(
            jsonb_agg(
                jsonb_build_object('starts_at', s.starts_at, 'ends_at', s.starts_at + p_duration)
                order by s.starts_at
            ),
            '[]'
        )
        into v_slots
        from (
            select l.starts_at, abs(extract(epoch from l.starts_at - p_starts_at)) as distance
            from booking.slot_lanes(
                p_tenant_id, p_terms, v_resource_ids, v_starts, v_window, v_grid, p_duration,
                p_except_booking_id, 10000
            ) as l
            order by distance
            limit 5
        ) as s;
        exit when jsonb_array_length(v_slots) = 5;
    end loop;
    return v_slots;
end
$function$;

comment on function booking.nearest_slots(
    uuid, booking.terms, timestamptz, uuid, interval, integer, timestamptz, uuid
) is 'Up to five free starts nearest to one, from a day before to a week after, as JSON.';
