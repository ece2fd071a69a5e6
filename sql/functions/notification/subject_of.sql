-- What a message is about, as a booking: the one that was made, or what a hold or an offer would become. A set of one
-- row, so that it is inlined into what asks for many messages.
create or replace function booking.subject_of(p_notification booking.notification)
returns setof booking.booking
language sql
stable
as $function$
    select b.*
    from booking.booking as b
    where b.tenant_id = (p_notification).tenant_id and b.booking_id = (p_notification).booking_id
    union all
    select p.*
    from jsonb_populate_record(
        null::booking.booking,
        (p_notification).proposal || jsonb_build_object('tenant_id', (p_notification).tenant_id, 'status', 'proposed')
    ) as p
    where (p_notification).proposal is not null
$function$;

comment on function booking.subject_of(booking.notification) is
'The booking that a message tells of; that of a proposal has the status proposed, and neither id nor version.';
