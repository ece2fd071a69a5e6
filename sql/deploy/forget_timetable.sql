-- The timetable came from other functions and, perhaps, other rules of time zones. This waits for whoever is reading
-- it, the only such wait of a deployment that changes no table. Before the grants: they change the tables' rows in the
-- catalog, and an autovacuum that waits for such a row would be waited for here.

truncate booking.timetable;
