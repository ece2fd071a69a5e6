-- list_bookings and get_booking have more columns, and resource_names has another result, which "create or replace"
-- refuses.

set local lock_timeout = '3s';
set local statement_timeout = '1min';

drop function if exists booking_v1.list_bookings(timestamptz, timestamptz, uuid, uuid, text, integer, uuid);
drop function if exists booking_v1.get_booking(uuid, text);
drop function if exists booking.list_bookings(
    uuid, booking.actor, uuid, timestamptz, timestamptz, uuid, uuid, text, integer, uuid, text
);
drop function if exists booking.resource_names(uuid, uuid[]);
