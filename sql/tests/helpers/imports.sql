-- Bookings of another system; included after shop.sql. There a booking is a number, and a customer is called Zoe.

create function pg_temp.bring(
    p_external_id text,
    p_starts_at timestamptz,
    p_status text default 'confirmed',
    p_resource text default 'Ada',
    p_notes text default null,
    p_with_buffers boolean default true,
    p_ends_at timestamptz default null
)
returns booking_v1.outcome
language plpgsql
volatile
as $function$
begin
    return booking_v1.import_booking(
        p_external_id => p_external_id, p_service_id => pg_temp.id('Cut'), p_starts_at => p_starts_at,
        p_ends_at => p_ends_at, p_status => p_status, p_resource_id => pg_temp.id(p_resource),
        p_customer_name => 'Zoe', p_customer_email => 'zoe@example.com', p_notes => p_notes,
        p_with_buffers => p_with_buffers
    );
end
$function$;

comment on function pg_temp.bring(text, timestamptz, text, text, text, boolean, timestamptz) is
'Imports what Zoe has booked there.';

create procedure pg_temp.have_brought(p_external_id text, p_starts_at timestamptz, p_status text default 'confirmed')
language plpgsql
as $procedure$
declare
    v_outcome booking_v1.outcome := pg_temp.bring(p_external_id, p_starts_at, p_status);
begin
    if v_outcome.status <> 'completed' then
        raise exception 'the test could not import %: %', p_external_id, v_outcome;
    end if;
end
$procedure$;

comment on procedure pg_temp.have_brought(text, timestamptz, text) is
'Sees to it that a booking was imported, which brought(p_external_id) finds.';

create function pg_temp.brought(p_external_id text)
returns uuid
language sql
stable
as $function$
    select e.booking_id
    from booking.booking_event as e
    where
        e.tenant_id = pg_temp.id('shop') and e.kind = 'imported' and e.version = 1
        and e.changes ->> 'external_id' = p_external_id
$function$;

comment on function pg_temp.brought(text) is 'The booking that another system calls so.';

create function pg_temp.became(p_outcome booking_v1.outcome)
returns text
language sql
immutable
as $function$
    select concat_ws(
        ' ', p_outcome.booking_status, p_outcome.version, case when p_outcome.replayed then 'again' end,
        p_outcome.code, p_outcome.details ->> 'changed'
    )
$function$;

comment on function pg_temp.became(booking_v1.outcome) is
'What became of an import in a few words: ''confirmed 1'', ''confirmed 1 again'', ''confirmed 2 ["notes"]''.';
