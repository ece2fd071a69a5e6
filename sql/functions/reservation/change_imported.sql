-- Whoever imports a file again wants to see what changed in the other system: so the outcome names it, in
-- details.changed. Writes booking, booking_event and outbox.
create or replace function booking.change_imported(
    p_actor booking.actor,
    p_operation_id uuid,
    p_booking booking.booking,
    p_wanted booking.booking,
    p_base booking.booking,
    p_there booking.booking,
    p_is_shorter boolean,
    p_import booking.booking_import,
    p_now timestamptz
)
returns booking_v1.outcome
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_booking booking.booking;
    v_outcome booking_v1.outcome;
begin
    update booking.booking as b
    set
        service_id = p_wanted.service_id, customer_id = p_wanted.customer_id,
        guest_name = p_wanted.guest_name, status = p_wanted.status,
        version = b.version + 1, starts_at = p_wanted.starts_at, ends_at = p_wanted.ends_at,
        time_zone = p_wanted.time_zone, starts_local = p_wanted.starts_local,
        customer_time_zone = p_wanted.customer_time_zone, resource_ids = p_wanted.resource_ids,
        party_size = p_wanted.party_size, price = p_wanted.price, currency = p_wanted.currency,
        answers = p_wanted.answers, notes = p_wanted.notes, metadata = p_wanted.metadata,
        rescheduled_at = p_wanted.rescheduled_at
    where b.tenant_id = p_booking.tenant_id and b.booking_id = p_booking.booking_id
    returning b.* into v_booking;
    perform booking.record_event(
        p_actor => p_actor, p_operation_id => p_operation_id, p_booking => v_booking, p_kind => 'imported',
        p_changes => booking.imported_facts(p_booking => v_booking, p_import => p_import, p_there => p_there),
        p_now => p_now
    );
    v_outcome := booking.booking_outcome(p_operation_id => p_operation_id, p_booking => v_booking);
    v_outcome.details := jsonb_build_object(
        'changed', (
            select coalesce(
                jsonb_agg(n.key order by n.key) filter (where n.value <> to_jsonb(p_booking) -> n.key),
                jsonb_agg(n.key order by n.key) filter (where to_jsonb(p_there) -> n.key <> to_jsonb(p_base) -> n.key),
                case when p_is_shorter then '["with_buffers"]' else '["customer_id"]' end::jsonb
            )
            from jsonb_each(to_jsonb(v_booking)) as n
            where n.key not in ('version', 'time_zone', 'starts_local', 'rescheduled_at')
        )
    );
    return v_outcome;
end
$function$;

comment on function booking.change_imported(
    booking.actor, uuid, booking.booking, booking.booking, booking.booking, booking.booking, boolean,
    booking.booking_import, timestamptz
) is
'Makes p_booking what p_wanted is. details.changed has the columns that this changes. Where it changes none, it has
those that changed only there, from p_base to p_there; and where none did, with_buffers if p_is_shorter (it takes less
time than before), else customer_id (what is said of the customer is new).';
