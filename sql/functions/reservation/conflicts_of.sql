-- What explain_slot would say of a booking's own time, of the rules that can change after it was made: who serves it,
-- and when they are at work. Duration and party were agreed, whatever the service allows by now; and a reason that
-- names no resource is about making a booking (notice, limits, grid), as a taken slot is about another one.
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
