-- The engine has no overloads. But a function that an earlier revision had with other arguments stays until a migration
-- drops it, and is part of what is deployed from then on: a call that leaves out an argument may reach that one.
create or replace function booking.find_changed_functions()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_changed_functions', null::uuid, 'the functions',
        'are not those of release ' || r.version || ', as it was deployed',
        'Somebody changed one by hand. Deploy again: all are loaded anew.'
    from booking.release as r
    where r.functions_hash <> booking.functions_hash()
    and r.release_id = (select max(l.release_id) from booking.release as l)
    union all
    select
        'find_changed_functions', null, format('function %I.%I', n.nspname, p.proname),
        'is there more than once: ' || string_agg(s.signature, ', ' order by s.signature collate "C"),
        'A call may mean the wrong one. Drop what an earlier release left, rename what is yours, and deploy again.'
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    cross join lateral (select p.oid::regprocedure::text) as s (signature)
    where n.nspname in ('booking', 'booking_v1')
    group by n.nspname, p.proname
    having count(*) > 1
$function$;

comment on function booking.find_changed_functions() is
'Whether the functions are those that were deployed, and each is there once.';
