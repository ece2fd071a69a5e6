-- The resources that may serve a booking; none where the choice, the duration or the party does not fit. Some may
-- be inactive: resource_time, which reads them anyway, leaves those out.
create or replace function booking.candidates(
    p_terms booking.terms,
    p_resource_id uuid,
    p_duration interval,
    p_party_size integer
)
returns uuid[]
language sql
stable
as $function$
    select case
        when p_party_size > (p_terms).max_party_size then '{}'
        when not booking.is_duration_allowed(p_terms, p_duration) then '{}'
        when p_resource_id is null then (p_terms).resource_ids
        when p_resource_id = any((p_terms).resource_ids) then array[p_resource_id]
        else '{}'
    end
$function$;

comment on function booking.candidates(booking.terms, uuid, interval, integer) is
'Resources that may serve a booking. p_resource_id null: any of the service''s.';
