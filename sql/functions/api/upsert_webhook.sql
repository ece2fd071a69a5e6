create or replace function booking_v1.upsert_webhook(
    p_url text,
    p_event_names text[] default null,
    p_is_active boolean default true,
    p_rotate_secret boolean default false,
    p_webhook_id uuid default null,
    p_revoke_old_secrets boolean default false
)
returns table (webhook_id uuid, secret text)
language sql
volatile
as $function$
    select w.webhook_id, w.secret
    from booking.upsert_webhook(
        booking.caller_tenant_id(), booking.caller(), p_url, p_event_names, p_is_active, p_rotate_secret,
        p_webhook_id, p_revoke_old_secrets
    ) as w
$function$;

comment on function booking_v1.upsert_webhook(text, text[], boolean, boolean, uuid, boolean) is
'Adds a webhook, or replaces the one with that id; one that was disabled is tried again.

p_url: https, at most 2000 characters, no user and no fragment.
p_event_names: such as booking.created; null: all events of bookings.
p_is_active: false: nothing is sent, and what is queued is dropped.
p_rotate_secret: a new secret; messages are signed by those before, too, each for a day after it was replaced.
p_revoke_old_secrets: those before sign no more, at once. With p_rotate_secret: what to do when a secret leaked.
p_webhook_id: an id that the tenant does not have: a new one with this id.
secret: whsec_ and base64, of a new webhook or after a rotation; else null, it is shown only then.
At most 20 for a tenant; of each, five secrets sign at most.
Raises invalid_argument, limit_reached, not_allowed, not_authenticated.';
