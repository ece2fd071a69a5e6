-- Every invariant by a query of its own: a function find_…, one a file in this folder. It reads everything, so it
-- takes its time: some seconds with a million bookings. Changes nothing. Called by booking_monitor, and by whoever
-- deploys.
create or replace function booking.doctor()
returns setof booking.finding
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    return query select f.* from booking.find_installation_problems() as f;
    return query select f.* from booking.find_unscheduled_jobs() as f;
    return query select f.* from booking.find_lost_tenants() as f;
    return query select f.* from booking.find_tenant_problems() as f;
end
$function$;

comment on function booking.doctor() is
'Everything that is wrong, each with what to do; no row: all is well. For an administrator or a monitor.';
