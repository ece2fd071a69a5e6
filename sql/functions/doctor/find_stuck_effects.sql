-- Volatile only because the clock is. Takes no locks and writes nothing.
create or replace function booking.find_stuck_effects(p_tenant_id uuid)
returns setof booking.finding
language sql
volatile
as $function$
    select
        'find_stuck_effects', p_tenant_id, format('%s %s', o.kind, o.outbox_id),
        case
            when o.status = 'dead' then 'was given up: ' || coalesce(o.error, 'it never said why')
            when o.due_at > booking.now() then format('is %s, and not due before %s', o.status, o.due_at)
            else format('is %s, and has been due since %s', o.status, o.due_at)
        end,
        case
            when o.status = 'dead' then 'Mend the cause, then requeue_delivery, or else dismiss_delivery.'
            when o.due_at > booking.now()
                then 'Was the clock ahead? As a superuser: update booking.outbox set due_at = booking.now() '
                    'where due_at > booking.now() + interval ''2 days'''
            else 'Does a worker run? See its log.'
        end
    from booking.outbox as o
    where
        o.tenant_id = p_tenant_id
        and (
            o.status = 'dead'
            or (
                o.status in ('queued', 'leased')
                -- no lease nor pause is longer than a day
                and (o.due_at < booking.now() - interval '1 hour' or o.due_at > booking.now() + interval '2 days')
            )
        )
$function$;

comment on function booking.find_stuck_effects(uuid) is
'Effects that were given up, or have been due, or leased by somebody who is gone, for an hour; or that wait for a time
that only a clock that was ahead can have set.';
