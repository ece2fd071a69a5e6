-- Whose an idempotency key is, as a digest: keys are kept apart by person, and no account is kept with them, so
-- erasing a person need not look for any. Visitors are nobody in particular and share one owner.
create or replace function booking.key_owner(p_actor booking.actor)
returns bytea
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return sha256(convert_to(
        case
            when p_actor.role = 'visitor' then 'visitor'
            when p_actor.role = 'service' then 'service:' || p_actor.subject
            else 'person:' || p_actor.subject -- whatever they are in the tenant, today or tomorrow
        end,
        'utf8'
    ));
end
$function$;

comment on function booking.key_owner(booking.actor) is 'The owner of an actor''s idempotency keys.';
