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
$function$;

comment on function booking.find_changed_functions() is 'Whether the functions are those that were deployed.';
