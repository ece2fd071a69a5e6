-- "position" is quoted because SQL has a function of that name.
-- noqa: disable=RF06
create or replace function booking_v1.feed_position()
returns table (tenant_id uuid, "position" bigint, audience text, caller text)
language sql
stable
as $function$
    select p.tenant_id, p.position, p.audience, p.caller
    from booking.feed_position(booking.caller_tenant_id(), booking.caller()) as p
$function$;

comment on function booking_v1.feed_position() is
'Where the feed of the tenant ends now: read this, then what there is to read, then feed with it as p_after.

audience: public, who are told of availability only, all of them the same; or members, who are told of bookings, too.
caller: whose streams count together: the subject of the token, or a visitor''s address as rate limits take it; null: an
application''s, which acts for many, or an address that nobody says.
Raises not_authenticated.';
