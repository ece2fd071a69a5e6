create or replace function booking_v1.use_tenant(p_slug text)
returns uuid
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    -- within an HTTP request the connection is shared: the choice must not outlive the transaction
    perform pg_catalog.set_config(
        'booking.chosen_tenant', p_slug,
        coalesce(pg_catalog.current_setting('request.method', true), '') <> ''
    );
    return case when coalesce(p_slug, '') <> '' then booking.caller_tenant_id() end;
end
$function$;

comment on function booking_v1.use_tenant(text) is
'Chooses the tenant for the rest of the session, or of the HTTP request; returns the id of the one that is in force.

For trusted SQL applications and psql. A token''s tenant goes before it. p_slug null or empty: no choice any more,
returns null, and then the only tenant of the database is meant, if there is one.
Raises not_authenticated if there is no such tenant, and then the choice stays as it was.';
