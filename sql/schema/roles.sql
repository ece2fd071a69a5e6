-- Roles, made only where missing: Supabase brings its own four, another installation may share ours.
-- None of them can log in here; the administrator decides which login is a member of which.

do $do$
declare
    v_role text;
    v_made text[] := '{}';
    v_limit record;
    v_owner text;
    v_become text := case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end;
    v_is_superuser boolean := (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user);
begin
    foreach v_role in array array[
        'anon', 'authenticated', 'service_role',
        'booking_owner', 'booking_engine', 'booking_courier', 'booking_worker', 'booking_monitor', 'booking_tester'
    ]
    loop
        if not exists (select from pg_catalog.pg_roles as r where r.rolname = v_role) then
            begin
                execute format('create role %I nologin noinherit', v_role);
                v_made := v_made || v_role;
            exception when unique_violation then
                -- a deployment into another database of the cluster has just made it
                null;
            end;
        end if;
    end loop;
    -- Roles that were there have a login of somebody else's, and are perhaps not to be granted by who deploys.
    if
        (v_is_superuser or v_made @> '{anon,authenticated,service_role}')
        and not exists (select from pg_catalog.pg_roles as r where r.rolname = 'authenticator')
    then
        create role authenticator nologin noinherit;
        grant anon, authenticated, service_role to authenticator;
    end if;
    -- How long a statement may take through PostgREST and Flask, which read it from the role. Only where nobody
    -- has said otherwise: roles belong to the whole cluster, and Supabase has limits of its own.
    for v_limit in
        select t.role_name, t.statement_timeout
        from (values ('anon', '5s'), ('authenticated', '8s'), ('service_role', '30s')) as t (role_name, statement_timeout)
        join pg_catalog.pg_roles as r on r.rolname = t.role_name
        where
            (v_is_superuser or r.rolname = any(v_made))
            and coalesce(array_to_string(r.rolconfig, ' '), '') !~ '(^| )statement_timeout='
    loop
        execute format('alter role %I set statement_timeout = %L', v_limit.role_name, v_limit.statement_timeout);
    end loop;
    -- An installer that is no superuser must be a member of an owner to hand objects over to it, and able to become it,
    -- whatever createrole_self_grant says; of roles that were there it is one, see deploy/refuse_database.sql.
    for v_owner in
        select o.name
        from unnest(array['booking_owner', 'booking_engine', 'booking_courier']) as o (name)
        where not (pg_has_role(o.name, 'usage') and pg_has_role(o.name, v_become))
    loop
        execute format(
            case v_become when 'set' then 'grant %I to %I with inherit true, set true' else 'grant %I to %I' end,
            v_owner, current_user
        );
    end loop;
end
$do$;
