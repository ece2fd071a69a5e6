-- The checks of what all tenants share. Called by booking.doctor.
create or replace function booking.find_installation_problems()
returns setof booking.finding
language plpgsql
stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
begin
    return query select f.* from booking.find_broken_constraints() as f;
    return query select f.* from booking.find_changed_rules() as f;
    return query select f.* from booking.find_open_tables() as f;
    return query select f.* from booking.find_strong_roles() as f;
    return query select f.* from booking.find_open_schemas() as f;
    return query select f.* from booking.find_changed_functions() as f;
    return query select f.* from booking.find_broken_references(null) as f;
    return query select f.* from booking.find_sequences_behind(null) as f;
    return query select f.* from booking.find_late_jobs() as f;
    return query select f.* from booking.find_open_alerts() as f;
    return query select f.* from booking.find_unknown_time_zones() as f;
end
$function$;

comment on function booking.find_installation_problems() is 'What is wrong with the installation.';
