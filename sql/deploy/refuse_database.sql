-- What the engine can't live in is said at once, not by the first statement that fails.

do $do$
begin
    if current_setting('server_version_num')::integer < 150000 then
        raise exception 'pgbooking needs PostgreSQL 15 or later, and this is %', current_setting('server_version')
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    -- names in any language, and JSON, which is Unicode
    if current_setting('server_encoding') <> 'UTF8' then
        raise exception 'pgbooking needs a database in UTF8, and this one is in %', current_setting('server_encoding')
            using
                errcode = 'object_not_in_prerequisite_state',
                hint = 'create database ... template template0 encoding ''UTF8''';
    end if;
    if current_setting('transaction_read_only') = 'on' then
        raise exception 'this database takes no changes: it is a replica, or read-only'
            using errcode = 'object_not_in_prerequisite_state', hint = 'Deploy to the primary.';
    end if;
end
$do$;
