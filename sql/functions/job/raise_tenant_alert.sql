-- What fails for one tenant keeps no other waiting, and somebody has to hear of it. Called where an error is caught,
-- with its sqlstate and sqlerrm: no details, which may name people. Writes booking.alert.
create or replace function booking.raise_tenant_alert(
    p_function_name text,
    p_tenant_id uuid,
    p_sqlstate text,
    p_error text
)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.raise_alert(
        p_source => format('%s of tenant %s', p_function_name, p_tenant_id), p_code => 'tenant_failed',
        p_message => concat_ws(': ', p_sqlstate, left(p_error, 200))
    );
end
$function$;

comment on function booking.raise_tenant_alert(text, uuid, text, text) is
'Opens the alert that a function failed for a tenant, or notes that it failed again.';
