-- By which functions the timetable was worked out, for deploy/forget_timetable.sql: asked of the database, and not of
-- what the last deployment noted, since somebody may have changed one by hand.

do $do$
begin
    if to_regprocedure('booking.hours_hash()') is not null then
        perform set_config('booking.hours_hash', booking.hours_hash(), true);
    end if;
end
$do$;
