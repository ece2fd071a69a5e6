-- What every row-security policy compares with. Not strict and without a SET clause, so that it is inlined.
create or replace function booking.current_tenant_id()
returns uuid
language sql
stable parallel safe
as $function$
    select nullif(pg_catalog.current_setting('booking.tenant_id', true), '')::uuid
$function$;

comment on function booking.current_tenant_id() is
'The tenant that the running function was called for; null outside one, and then no row is visible.';
