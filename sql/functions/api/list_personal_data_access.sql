create or replace function booking_v1.list_personal_data_access(
    p_from timestamptz default null,
    p_to timestamptz default null,
    p_customer_id uuid default null,
    p_limit integer default 100,
    p_after uuid default null
)
returns table (
    access_id uuid, accessed_at timestamptz, actor_role text, actor_subject text, function_name text,
    customer_ids uuid[], row_count integer, correlation_id text
)
language sql
stable
as $function$
    select
        a.access_id, a.accessed_at, a.actor_role, a.actor_subject, a.function_name, a.customer_ids,
        a.row_count, a.correlation_id
    from booking.list_personal_data_access(
        booking.caller_tenant_id(), booking.caller(), p_from, p_to, p_customer_id, p_limit, p_after
    ) as a
$function$;

comment on function booking_v1.list_personal_data_access(timestamptz, timestamptz, uuid, integer, uuid) is
'Which member read personal data of which customers, and when; latest first.

accessed_at a with p_from <= a < p_to; each argument that is null leaves its condition out.
p_customer_id: only readings of this customer''s data. p_limit: 1 to 10000 rows.
p_after: only readings before this one; pass the last access_id for the next page.
correlation_id is that of the HTTP request. What applications read under service_role is not in here.
Raises invalid_argument, not_allowed, not_authenticated.';
