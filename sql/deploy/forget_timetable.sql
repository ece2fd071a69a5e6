-- A timetable that came from other functions, or from data that a migration has changed, is worked out anew: by a
-- job, and until then each question does it for itself. So it stays where neither is so. Truncating waits for whoever
-- is reading it. Before the grants: they change the tables' rows in the catalog, and an autovacuum that waits for
-- such a row would be waited for here.

do $do$
begin
    if
        booking.hours_hash() is distinct from current_setting('booking.hours_hash', true)
        or exists (select from booking.migration as m where m.applied_at = now())
    then
        truncate booking.timetable;
    end if;
end
$do$;
