-- "Now" for every rule. Reads the wall clock, not the start of the transaction: a command that waited
-- for a lock must not decide by the time at which it began to wait.
create or replace function booking.now()
returns timestamptz
language sql
volatile
as $function$
    select case
        when
            coalesce(pg_catalog.current_setting('booking.now', true), '') <> ''
            and pg_catalog.pg_has_role(session_user, 'booking_tester', 'member')
            then pg_catalog.current_setting('booking.now')::timestamptz
        else pg_catalog.clock_timestamp()
    end
$function$;

comment on function booking.now() is
'The engine''s clock. A member of booking_tester (or a superuser) can set it: set booking.now = ''2026-03-29T00:00Z''.';
