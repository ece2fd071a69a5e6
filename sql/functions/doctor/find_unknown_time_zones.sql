-- The server takes its zones from the operating system as a rule, and an update of that can drop a name.
create or replace function booking.find_unknown_time_zones()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_unknown_time_zones', null::uuid, 'time zone ' || z.name, 'is not known to this server',
        'Install the operating system''s tzdata (with its legacy names), or give its tenants and resources another.'
    from booking.time_zone as z
    where not exists (select from pg_catalog.pg_timezone_names as n where n.name = z.name)
$function$;

comment on function booking.find_unknown_time_zones() is 'Zones that are offered and cannot be used.';
