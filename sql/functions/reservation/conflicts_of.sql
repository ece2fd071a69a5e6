-- What explain_slot would say of a booking's own time, as far as that can have changed since it was made: whether its
-- resource still serves it, and is at work then. Duration and party size count as agreed, whatever the service allows
-- now. Left out are reasons that name no resource, which are about making a booking (notice, limits, grid), and taken
-- time, which is another booking's.
create or replace function booking.conflicts_of(
    p_booking booking.booking,
    p_terms booking.terms,
    p_resource_id uuid
)
returns table (code text, message text, rule text, rule_id uuid, during tstzrange)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_terms booking.terms := p_terms;
begin
    v_terms.duration := p_booking.ends_at - p_booking.starts_at;
    v_terms.max_party_size := p_booking.party_size;
    return query
    select r.code, r.message, r.rule, r.rule_id, r.during
    from booking.slot_refusals(
        p_tenant_id => p_booking.tenant_id, p_terms => v_terms, p_starts_at => p_booking.starts_at,
        p_resource_id => p_resource_id, p_duration => v_terms.duration, p_party_size => p_booking.party_size,
        p_now => booking.now(), p_except_booking_id => p_booking.booking_id
    ) as r
    where r.resource_id is not null and r.code <> 'slot_taken';
end
$function$;

comment on function booking.conflicts_of(booking.booking, booking.terms, uuid) is
'Why a booking no longer fits where it is, with one of its resources, weightiest reason first. No row: it does.';
