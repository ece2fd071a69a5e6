-- One deployment at a time: the second waits, and then finds nothing to change.

select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('pgbooking deploy', 0));
