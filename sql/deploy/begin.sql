-- One deployment at a time: the second waits, and then finds nothing to change.

do $do$
begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('pgbooking deploy', 0));
end
$do$;
