-- The one way a message is queued, many in one statement: the row in the log, which lets there be no second one,
-- and its effect. Writes notification and outbox.
create or replace function booking.notify(p_tenant_id uuid, p_notices booking.notice[])
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_effects booking.effect[];
begin
    with queued as (
        insert into booking.notification as n
        (
            tenant_id, notification_id, kind, channel, booking_id, customer_id, booking_version, about_starts_at, occasion,
            proposal, answer_until, created_at
        )
        select
            p_tenant_id, booking.new_id(), m.kind, a.channel, m.booking_id, m.customer_id, m.booking_version, m.about_starts_at,
            m.occasion, m.proposal, m.answer_until, booking.now()
        from unnest(p_notices) as m
        join booking.customer as c on c.tenant_id = p_tenant_id and c.customer_id = m.customer_id
        cross join lateral booking.channels(c, m.kind) as a (channel)
        cross join lateral booking.is_wanted(p_tenant_id, m.customer_id, a.channel, m.kind) as w (is_wanted)
        where w.is_wanted
        on conflict (
            tenant_id, booking_id, kind, channel, customer_id, about_starts_at, occasion
        ) do nothing
        returning n.notification_id, n.channel, n.booking_id
    )

    select
        coalesce(
            array_agg(
                (
                    q.channel, q.notification_id::text,
                    jsonb_build_object('notification_id', q.notification_id, 'booking_id', q.booking_id), null
                )::booking.effect
            ),
            '{}'
        )
    into v_effects
    from queued as q;
    return booking.enqueue(p_tenant_id => p_tenant_id, p_effects => v_effects);
end
$function$;

comment on function booking.notify(uuid, booking.notice[]) is
'Queues messages to those who can be reached and want them; what is in the log already is left out. Returns how many
were queued.';
