-- What a role or a database sets for its queries is not meant for a deployment: names mean PostgreSQL's own, whatever
-- of the same name is elsewhere; nobody's limit ends it; each statement sees what was committed before, as
-- does what follows the lock. The files are in UTF-8, with backslashes that are backslashes, and what they say of times
-- means the same everywhere. The catalog is compared with them, so it writes names as they do.

set local transaction_isolation = 'read committed';
set local search_path = pg_catalog, pg_temp;

-- Half a deployment has no grants yet: what is new is everybody's who may use the schema.
do $do$
begin
    perform set_config('booking.is_deploying', 'on', true);
end
$do$;
do $do$
begin
    if current_setting('booking.is_deploying', true) is distinct from 'on' then
        raise exception 'a deployment is one transaction, and this is none'
            using errcode = 'no_active_sql_transaction', hint = 'psql -1 -v ON_ERROR_STOP=1 -f sql/install.sql ...';
    end if;
end
$do$;

set local statement_timeout = 0;
set local lock_timeout = 0;
set local row_security = on; -- else what row security holds is an error
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
    if current_setting('transaction_timeout', true) is not null then -- since PostgreSQL 17
        perform set_config('transaction_timeout', '0', true);
    end if;
    perform pg_advisory_xact_lock(hashtextextended('pgbooking deploy', 0));
end
$do$;
set local lock_timeout = '3s';
