-- service_role isn't looked at: Supabase has it so on purpose, and it may do everything anyway.
create or replace function booking.find_strong_roles()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_strong_roles', null::uuid, 'role ' || r.rolname, 'gets around row security',
        format('alter role %I nosuperuser nobypassrls', r.rolname)
    from pg_catalog.pg_roles as r
    where
        r.rolname in (
            'anon', 'authenticated', 'booking_owner', 'booking_engine', 'booking_courier', 'booking_worker',
            'booking_monitor', 'booking_tester'
        )
        and (r.rolsuper or r.rolbypassrls)
$function$;

comment on function booking.find_strong_roles() is 'Roles that row security is meant to hold, and doesn''t.';
