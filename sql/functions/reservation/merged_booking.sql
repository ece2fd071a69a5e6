-- The schedule of a booking can change in either system: it is taken from there if it has changed there since the last
-- import, else from here. Everything else is only ever changed there. If it is cancelled in both, the two agree,
-- wherever it was moved to before: nobody could still move one of them to make their times the same.
create or replace function booking.merged_booking(
    p_booking booking.booking,
    p_base booking.booking,
    p_there booking.booking
)
returns booking.booking
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_wanted booking.booking := p_there;
begin
    v_wanted.reschedule_count := p_booking.reschedule_count;
    if (p_there.status, p_there.starts_at, p_there.ends_at, p_there.resource_ids)
        = (p_base.status, p_base.starts_at, p_base.ends_at, p_base.resource_ids)
        or (
            (p_there.status, p_booking.status) = ('cancelled', 'cancelled')
            and (p_booking.status, p_booking.starts_at, p_booking.ends_at, p_booking.resource_ids)
            <> (p_base.status, p_base.starts_at, p_base.ends_at, p_base.resource_ids)
        )
    then
        v_wanted := jsonb_populate_record(v_wanted, booking.schedule_of(p_booking));
    end if;
    if v_wanted.starts_at = p_booking.starts_at then
        v_wanted.rescheduled_at := p_booking.rescheduled_at;
    end if;
    return v_wanted;
end
$function$;

comment on function booking.merged_booking(booking.booking, booking.booking, booking.booking) is
'A booking as it is to be. p_booking: as it is here; p_base: as it was there when it was imported last;
p_there: as it is there now.';
