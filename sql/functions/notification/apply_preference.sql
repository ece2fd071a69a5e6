-- A word on all kinds replaces what was said of single ones before. A word on one kind also holds for the kinds that go
-- by it (notification_kind.preference_kind). Writes notification_preference.
create or replace function booking.apply_preference(
    p_tenant_id uuid,
    p_customer_id uuid,
    p_channel text,
    p_kind text,
    p_is_wanted boolean
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_kind text := (
        select coalesce(k.preference_kind, k.kind) from booking.notification_kind as k where k.kind = p_kind
    );
begin
    delete from booking.notification_preference as p
    where
        p.tenant_id = p_tenant_id and p.customer_id = p_customer_id and p.channel = p_channel
        and v_kind is null and p.kind is not null;
    insert into booking.notification_preference (tenant_id, customer_id, channel, kind, is_wanted)
    values (p_tenant_id, p_customer_id, p_channel, v_kind, p_is_wanted)
    on conflict (tenant_id, customer_id, channel, kind) do update set is_wanted = excluded.is_wanted;
end
$function$;

comment on function booking.apply_preference(uuid, uuid, text, text, boolean) is
'Notes whether somebody wants a kind of messages. p_kind null: all optional ones.';
