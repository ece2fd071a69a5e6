-- Every owner and every permission, in one place. What is not granted here is not allowed.

-- An owner needs create on the schema for the moment in which it is made the owner.
grant create on schema booking to booking_owner, booking_engine;
grant create on schema booking_v1 to booking_owner;

do $do$
declare
    v_object regclass;
    v_function record;
begin
    for v_object in
        select c.oid
        from pg_catalog.pg_class as c
        where c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p')
            and c.relowner <> 'booking_owner'::regrole
    loop
        execute format('alter table %s owner to booking_owner', v_object);
    end loop;
    -- Private functions run, where they are definer functions, as a role that owns no table.
    for v_function in
        select
            p.oid::regprocedure as signature,
            case p.pronamespace
                when 'booking'::regnamespace then 'booking_engine'
                else 'booking_owner'
            end as owner
        from pg_catalog.pg_proc as p
        where p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
    loop
        execute format('alter function %s owner to %I', v_function.signature, v_function.owner);
    end loop;
end
$do$;

revoke create on schema booking from booking_engine;

-- Everybody's default is nothing.
revoke all on all tables in schema booking from public, anon, authenticated, service_role;
revoke all on all functions in schema booking, booking_v1 from public, anon, authenticated, service_role;
revoke all on schema booking, booking_v1 from public, anon, authenticated, service_role;

-- The engine works on tables through its functions, under row security.
grant usage on schema booking, booking_v1 to booking_engine;
-- foreign keys are checked as the owner of the table
grant usage on schema booking to booking_owner;
grant select, insert, update, delete on all tables in schema booking to booking_engine;
revoke insert, update, delete on
booking.release, booking.migration, booking.time_zone, booking.error_code, booking.policy_definition,
booking.status_transition
from booking_engine;
-- History is appended to, and nothing else.
revoke update, delete on booking.booking_event from booking_engine;

-- A trusted application may call the whole contract.
grant usage on schema booking, booking_v1 to service_role, anon, authenticated;
grant execute on all functions in schema booking_v1 to service_role;
grant execute on function
booking.version(), booking.caller(), booking.caller_tenant_id(), booking.respond(booking_v1.outcome)
to service_role, anon, authenticated;

-- The private half of each contract function, and nothing else of the engine.
do $do$
declare
    v_function regprocedure;
begin
    for v_function in
        select p.oid
        from pg_catalog.pg_proc as p
        where p.pronamespace = 'booking'::regnamespace and p.prosecdef
    loop
        execute format('grant execute on function %s to service_role', v_function);
    end loop;
end
$do$;

-- Visitors, until identity is more than a role: what is free, and nothing about anybody.
grant execute on function
booking_v1.available_slots(uuid, timestamptz, timestamptz, uuid, interval, integer, uuid, integer, timestamptz),
booking_v1.slot_calendar(uuid, timestamptz, timestamptz, uuid),
booking_v1.validate_appointment_timing(uuid, timestamptz, interval),
booking.available_slots(
    uuid, booking.actor, uuid, timestamptz, timestamptz, uuid, interval, integer, uuid, integer, timestamptz
),
booking.slot_calendar(uuid, booking.actor, uuid, timestamptz, timestamptz, uuid),
booking.validate_appointment_timing(uuid, booking.actor, uuid, timestamptz, interval)
to anon, authenticated;
