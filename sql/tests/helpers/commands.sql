-- The commands on an existing booking: what is asked of all of them is asked once. After shop.sql.

create temporary table command (name text, starts_at timestamptz) on commit drop;
insert into command (name, starts_at) values
('cancel_booking', '2026-06-08T08:00Z'), ('confirm_booking', '2026-06-08T09:00Z'),
('reschedule_booking', '2026-06-08T10:00Z');

create procedure pg_temp.have_booking_for_each_command()
language plpgsql
as $procedure$
declare
    v_command record;
begin
    update booking.service set requires_confirmation = true where tenant_id = pg_temp.id('shop');
    for v_command in select c.name, c.starts_at from command as c loop
        call pg_temp.have_booking(v_command.name, v_command.starts_at);
    end loop;
end
$procedure$;

comment on procedure pg_temp.have_booking_for_each_command() is
'Sees to it that each command has a pending booking, which booking_of(name) finds.';

create function pg_temp.act(
    p_command text, p_booking_id uuid, p_key text default 'again', p_expected_version integer default null
)
returns booking_v1.outcome
language plpgsql
volatile
as $function$
declare
    v_key text := p_command || ' ' || p_key;
begin
    return case p_command
        when 'cancel_booking'
            then booking_v1.cancel_booking(v_key, p_booking_id, p_expected_version => p_expected_version)
        when 'confirm_booking'
            then booking_v1.confirm_booking(v_key, p_booking_id, p_expected_version => p_expected_version)
        when 'reschedule_booking'
            then booking_v1.reschedule_booking(
                v_key, p_booking_id, '2026-06-08T13:00Z', p_expected_version => p_expected_version
            )
    end;
end
$function$;

comment on function pg_temp.act(text, uuid, text, integer) is 'Runs a command on a booking, under a key of its own.';

create function pg_temp.histories()
returns bigint
language sql
stable
as $function$
    select count(*)
    from command as c
    cross join lateral booking_v1.booking_history(pg_temp.booking_of(c.name))
$function$;

comment on function pg_temp.histories() is 'How many events the bookings of all commands have.';
