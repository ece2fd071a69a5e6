-- What settle_effect opened is closed when no tenant has a dead effect of the kind any more. The alert is locked
-- before that is looked at, so that one which dies meanwhile opens it anew. Writes booking.alert.
create or replace function booking.close_dead_alerts()
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_kind text;
begin
    for v_kind in
        select k.kind
        from booking.alert as a
        join booking.outbox_kind as k on a.source = 'outbox ' || k.kind
        where a.code = 'dead' and a.resolved_at is null
        for update of a
    loop
        if not booking.has_dead(p_kind => v_kind) then
            perform booking.resolve_alert(p_source => 'outbox ' || v_kind, p_code => 'dead');
        end if;
    end loop;
end
$function$;

comment on function booking.close_dead_alerts() is
'Closes the alerts of effects that were given up, where none of the kind is left.';
