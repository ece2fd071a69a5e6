-- One deployment at a time: the second waits, and then finds nothing to change. For a table in use it waits little:
-- whoever needs that table stands behind it. `pgbooking deploy` then tries again, as a whole; after psql, you do.
-- The files are in UTF-8, whatever the session's client would otherwise send.

do $do$
begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('pgbooking deploy', 0));
    perform pg_catalog.set_config('lock_timeout', '3s', true);
    perform pg_catalog.set_config('client_encoding', 'UTF8', true);
end
$do$;
