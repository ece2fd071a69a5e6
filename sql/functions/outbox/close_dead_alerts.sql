-- A periodic job: closes the alert that settle_effect opened, once no tenant has a dead effect of the kind any more.
-- That is not left to whoever takes the last one away: the alert belongs to all tenants, and their deliveries would
-- wait for that transaction. The alert is locked before dead effects are looked for, so that an effect that dies
-- meanwhile opens it anew. Writes booking.alert.
create or replace function booking.close_dead_alerts(p_most integer default 100)
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_kind text;
    v_count integer := 0;
begin
    for v_kind in
        select k.kind
        from booking.alert as a
        join booking.outbox_kind as k on a.source = 'outbox ' || k.kind
        where a.code = 'dead' and a.resolved_at is null
        limit p_most
        for update of a
    loop
        if not booking.has_dead(p_kind => v_kind) then
            perform booking.resolve_alert(p_source => 'outbox ' || v_kind, p_code => 'dead');
            v_count := v_count + 1;
        end if;
    end loop;
    return v_count;
end
$function$;

comment on function booking.close_dead_alerts(integer) is
'Closes the alerts of effects that were given up, where none of the kind is left, and looks at p_most at most; returns
how many it closed.';
