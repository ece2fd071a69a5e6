-- The checks of one tenant after the other, each seeing that tenant's rows. Called by booking.doctor.
create or replace function booking.find_tenant_problems()
returns setof booking.finding
language plpgsql
volatile security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set jit = off
as $function$
declare
    v_tenant_id uuid;
begin
    for v_tenant_id in
        select t.tenant_id
        from booking.tenant as t
        order by t.tenant_id
    loop
        perform set_config('booking.tenant_id', v_tenant_id::text, true);
        return query select f.* from booking.find_broken_references(v_tenant_id) as f;
        return query select f.* from booking.find_sequences_behind(v_tenant_id) as f;
        return query select f.* from booking.find_stray_claims(v_tenant_id) as f;
        return query select f.* from booking.find_bookings_without_time(v_tenant_id) as f;
        return query select f.* from booking.find_claims_off_their_booking(v_tenant_id) as f;
        return query select f.* from booking.find_overlaps(v_tenant_id) as f;
        return query select f.* from booking.find_broken_histories(v_tenant_id) as f;
        return query select f.* from booking.find_stuck_operations(v_tenant_id) as f;
        return query select f.* from booking.find_stuck_effects(v_tenant_id) as f;
        return query select f.* from booking.find_silent_notifications(v_tenant_id) as f;
        return query select f.* from booking.find_stale_timetable(v_tenant_id) as f;
        return query select f.* from booking.find_stale_rate_limit(v_tenant_id) as f;
    end loop;
    perform set_config('booking.tenant_id', '', true);
end
$function$;

comment on function booking.find_tenant_problems() is 'What is wrong with the data of any tenant.';
