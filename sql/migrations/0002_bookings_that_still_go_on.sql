-- list_bookings gains an argument, which "create or replace" would make another function of.

set local lock_timeout = '3s';
set local statement_timeout = '1min';

drop function if exists booking_v1.list_bookings(timestamptz, timestamptz, uuid, uuid, text, integer, uuid);
drop function if exists booking.list_bookings(
    uuid, booking.actor, uuid, timestamptz, timestamptz, uuid, uuid, text, integer, uuid, text
);
