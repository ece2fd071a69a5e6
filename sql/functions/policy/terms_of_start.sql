-- A booking that stays at its hour had its notice when it was made: who works there can give it to a colleague minutes
-- before it begins. Not so customers, for whom a longer appointment or another provider is a wish like a new one.
create or replace function booking.terms_of_start(
    p_actor booking.actor,
    p_terms booking.terms,
    p_booking booking.booking,
    p_starts_at timestamptz
)
returns booking.terms
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
begin
    if p_booking.starts_at = p_starts_at and not booking.is_outsider(p_actor.role) then
        p_terms.policies := p_terms.policies
            || jsonb '{"minimum_booking_notice_hours": 0, "advance_booking_limit_days": null}';
    end if;
    return p_terms;
end
$function$;

comment on function booking.terms_of_start(booking.actor, booking.terms, booking.booking, timestamptz) is
'The terms by which a start is judged: without notice and advance limit where a member or an application moves p_booking
and keeps its start.';
