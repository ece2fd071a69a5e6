-- Of booking_courier: whether anybody has to look at a kind is a question about all tenants. Called by the engine
-- only.
create or replace function booking.has_dead(p_kind text)
returns boolean
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set enable_seqscan = off
as $function$
begin
    return exists (select from booking.outbox as o where o.kind = p_kind and o.status = 'dead');
end
$function$;

comment on function booking.has_dead(text) is 'Whether an effect of a kind was given up, and is still there.';
