create or replace function booking.feed_end(p_tenant_id uuid)
returns bigint
language sql
stable
as $function$
    select greatest(
        (select f.position from booking.feed as f where f.tenant_id = p_tenant_id order by f.position desc limit 1),
        (select h.position from booking.feed_horizon as h where h.tenant_id = p_tenant_id),
        0
    )
$function$;

comment on function booking.feed_end(uuid) is
'The last position of a tenant''s feed, deleted ones included; 0: there was none.';
