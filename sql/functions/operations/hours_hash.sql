-- Stands for the functions that work the timetable out: the job and all functions that it calls, directly or not. They
-- are found by the names in their bodies, since a list of them would one day lack one.
create or replace function booking.hours_hash()
returns text
language sql
stable
as $function$
    with recursive used as (
        select p.oid, p.prosrc
        from pg_catalog.pg_proc as p
        where p.oid = 'booking.fill_timetable'::regproc
        union
        select p.oid, p.prosrc
        from used as u
        cross join lateral regexp_matches(u.prosrc, E'booking\\.(\\w+)', 'g') as c (names)
        join pg_catalog.pg_proc as p
            on p.pronamespace = 'booking'::regnamespace and p.proname = c.names[1] and p.prokind = 'f'
    )

    select booking.functions_hash(array(select u.oid from used as u))
$function$;

comment on function booking.hours_hash() is
'sha256 over the definitions of the functions that work hours out. A deployment that changes it forgets the timetable.';
