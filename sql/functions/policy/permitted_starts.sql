-- What of the wanted starts the service's policies permit.
create or replace function booking.permitted_starts(
    p_tenant_id uuid,
    p_terms booking.terms,
    p_wanted tstzrange,
    p_now timestamptz,
    p_except_booking_id uuid default null
)
returns tstzmultirange
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_starts tstzmultirange := tstzmultirange();
begin
    if (p_terms).is_active then
        v_starts := tstzmultirange(p_wanted * booking.booking_horizon(p_terms => p_terms, p_now => p_now));
    end if;
    if not isempty(v_starts) and booking.has_count_limit(p_terms) then
        v_starts := v_starts - coalesce(
            (
                select range_agg(f.during)
                from booking.reached_limits(
                    p_tenant_id => p_tenant_id, p_terms => p_terms, p_window => range_merge(v_starts),
                    p_except_booking_id => p_except_booking_id
                ) as f
            ),
            '{}'
        );
    end if;
    return v_starts;
end
$function$;

comment on function booking.permitted_starts(uuid, booking.terms, tstzrange, timestamptz, uuid) is
'Wanted starts within the horizon and outside full periods. p_except_booking_id null: count every booking.';
