-- What the engine can't live in, and who can't deploy it, is said at once, not by the first statement that fails.

do $do$
declare
    v_lacking text;
    v_is_superusers boolean;
    v_version integer := current_setting('server_version_num');
    v_owners name[] := '{booking_owner,booking_engine,booking_courier}';
begin
    if v_version < 150000 then
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
        raise exception 'this database takes no changes: %',
            case
                when pg_is_in_recovery() then 'it is a replica'
                else 'default_transaction_read_only is on for it, or for who deploys'
            end
            using
                errcode = 'object_not_in_prerequisite_state',
                hint = case
                    when pg_is_in_recovery() then 'Deploy to the primary.'
                    else 'Whoever set it may know why; PGOPTIONS=''-c default_transaction_read_only=off'' sets it aside.'
                end;
    end if;
    -- Who is no superuser changes things as their owners, whose rights it has to have without asking for them, and hands
    -- things to owners that it may become. Roles that are missing are made, and granted to who makes them.
    select string_agg(quote_ident(o.name), ', ' order by o.name), bool_or(r.rolsuper) into v_lacking, v_is_superusers
    from (
        select unnest(v_owners)
        union
        select r.rolname
        from pg_catalog.pg_namespace as n
        left join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'S')
        left join pg_catalog.pg_proc as p on p.pronamespace = n.oid
        join pg_catalog.pg_roles as r on r.oid in (n.nspowner, c.relowner, p.proowner)
        where n.nspname in ('booking', 'booking_v1')
    ) as o (name)
    cross join pg_catalog.pg_roles as d
    left join pg_catalog.pg_roles as r on r.rolname = o.name
    where
        d.rolname = current_user
        and not case
            when r.oid is not null
                then
                    pg_has_role(r.oid, 'usage')
                    and (
                        r.rolname <> all(v_owners)
                        or pg_has_role(r.oid, case when v_version >= 160000 then 'set' else 'member' end)
                    )
            else d.rolsuper or (d.rolcreaterole and (d.rolinherit or v_version >= 160000))
        end;
    if v_lacking is not null then
        raise exception '% may not deploy: it is neither a superuser nor has it what these roles may: %',
            current_user, v_lacking
            using
                errcode = 'object_not_in_prerequisite_state',
                hint = format(
                    case
                        when v_is_superusers then 'A superuser deploys once, and hands everything to booking_owner'
                        when v_version >= 160000 then 'grant %1$s to %2$I with inherit true, set true'
                        else 'grant %1$s to %2$I; alter role %2$I inherit'
                    end || '. Where there are no such roles yet, a superuser deploys first.',
                    v_lacking, current_user
                );
    end if;
end
$do$;
