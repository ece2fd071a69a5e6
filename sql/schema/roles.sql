-- Roles, made only where missing: Supabase brings its own four, another installation may share ours.
-- None of them can log in here; the administrator decides which login is a member of which.

do $do$
declare
    v_role text;
begin
    foreach v_role in array array[
        'anon', 'authenticated', 'service_role',
        'booking_owner', 'booking_engine', 'booking_tester'
    ]
    loop
        if not exists (select from pg_catalog.pg_roles as r where r.rolname = v_role) then
            execute format('create role %I nologin noinherit', v_role);
        end if;
    end loop;
    if not exists (select from pg_catalog.pg_roles as r where r.rolname = 'authenticator') then
        create role authenticator nologin noinherit;
        grant anon, authenticated, service_role to authenticator;
    end if;
    -- An installer that is no superuser must be a member of an owner to hand objects over to it.
    if not (select r.rolsuper from pg_catalog.pg_roles as r where r.rolname = current_user) then
        execute format('grant booking_owner, booking_engine to %I', current_user);
    end if;
end
$do$;
