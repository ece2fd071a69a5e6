-- The two schemas: the contract and the engine behind it.

do $do$
begin
    -- Supabase keeps extensions in a schema of that name. A database with neither has it already, wherever that is.
    if exists (select from pg_catalog.pg_namespace as n where n.nspname = 'extensions') then
        create extension if not exists btree_gist schema extensions;
    else
        create extension if not exists btree_gist schema public;
    end if;
end
$do$;

create schema booking_v1;
comment on schema booking_v1 is
'The contract of pgbooking: the only schema that clients see. Functions and their result types.';

create schema booking;
comment on schema booking is
'The engine of pgbooking: tables, rules and helpers. Not exposed to clients.';
