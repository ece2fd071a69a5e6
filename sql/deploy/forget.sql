-- The timetable and the rate limits came from other functions and, perhaps, other rules of time zones and other
-- defaults. This waits for whoever is reading them, the only such wait of a deployment that changes no table; in the
-- order in which a request reads them, or each could wait for the other. Before the grants: they change the tables'
-- rows in the catalog, and an autovacuum that waits for such a row would be waited for here.

truncate booking.rate_limit, booking.timetable;
