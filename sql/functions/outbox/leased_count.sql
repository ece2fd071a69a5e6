-- Of booking_courier: the concurrency of a kind is that of all tenants together. Called by the engine only.
create or replace function booking.leased_count(p_kind text)
returns integer
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $function$
declare
    v_now timestamptz := booking.now(); -- a value, which the index is asked for
begin
    return (
        select count(*)::integer
        from booking.outbox as o
        where o.kind = p_kind and o.status = 'leased' and o.due_at > v_now
    );
end
$function$;

comment on function booking.leased_count(text) is 'How many effects of a kind are leased at present, by anybody.';
