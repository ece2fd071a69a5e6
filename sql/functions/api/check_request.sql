create or replace function booking_v1.check_request()
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_role text := booking.caller_role();
    v_subject text := booking.caller_subject();
    v_tenant_id uuid;
begin
    if v_role not in ('anon', 'authenticated') or current_setting('transaction_read_only') = 'on' then
        return;
    end if;
    begin
        v_tenant_id := booking.caller_tenant_id();
    exception when sqlstate 'PGRST' or sqlstate 'PT401' then
        v_tenant_id := '00000000-0000-0000-0000-000000000000';
    end;
    perform booking.check_request(
        p_tenant_id => v_tenant_id, p_role => v_role, p_subject => v_subject,
        p_address => case when v_subject is null then booking.client_address() end
    );
end
$function$;

comment on function booking_v1.check_request() is
'Counts the request and refuses it if there were too many: for PostgREST''s db-pre-request.

Limits are the policies rate_limit_per_actor_… and rate_limit_per_tenant_…. The HTTP server of pgbooking calls it by
itself, for reads as well. A transaction that is read-only counts nothing: PostgREST''s GET, and its POST to functions
that only read. Service_role is not limited. A request for no tenant counts as for one of its own.
Raises rate_limited, with details.retry_after in whole seconds.';
