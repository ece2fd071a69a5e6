create or replace function booking.is_openapi_route(p_route jsonb)
returns boolean
language sql
stable
as $function$
    select case when jsonb_typeof(p_route) <> 'object' then false else exists (
        select
        from pg_catalog.pg_proc as f
        where
            f.pronamespace = 'booking_v1'::regnamespace
            and f.proname = p_route ->> 'function'
            and p_route ->> 'method' in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')
            and p_route ->> 'path' ~ E'^/[\\w/{}.-]{1,200}$'
            and (p_route ->> 'identifier' = '' or p_route ->> 'identifier' = any(f.proargnames))
    ) end
$function$;

comment on function booking.is_openapi_route(jsonb) is 'Whether openapi can describe this route.';
