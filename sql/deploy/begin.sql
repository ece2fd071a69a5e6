-- What a role or a database sets for its queries is not meant for a deployment: names mean PostgreSQL's own, whatever
-- of the same name is elsewhere; nobody's limit ends it; each statement sees what was committed before, as
-- does what follows the lock. The files are in UTF-8, with backslashes that are backslashes, and what they say of times
-- means the same everywhere. The catalog is compared with them, so it writes names as they do.

set local transaction_isolation = 'read committed';
set local search_path = pg_catalog, pg_temp;
set local statement_timeout = 0;
set local client_encoding = 'UTF8';
set local standard_conforming_strings = on;
set local datestyle = 'ISO, MDY';
set local intervalstyle = 'postgres';
set local timezone = 'UTC';
set local quote_all_identifiers = off;

-- One deployment at a time: the second waits, and then finds nothing to change. For a table in use it waits little:
-- whoever needs that table stands behind it. `pgbooking deploy` then tries again, as a whole; after psql, you do.
do $do$
begin
    perform pg_advisory_xact_lock(hashtextextended('pgbooking deploy', 0));
end
$do$;
set local lock_timeout = '3s';
