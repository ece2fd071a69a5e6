-- Every owner and every permission, in one place. What is not granted here is not allowed.

-- An owner needs create on the schema for the moment in which it is made the owner.
grant create on schema booking to booking_owner, booking_engine, booking_courier;
grant create on schema booking_v1 to booking_owner;

do $do$
declare
    v_statement text;
    v_function record;
    -- who sends to Supabase's Realtime: whoever deploys, but never with all rights there are
    v_deployer name := (
        select r.rolname
        from pg_catalog.pg_roles as r
        where
            r.rolname = current_user and not r.rolsuper
            and to_regprocedure(
                'realtime.broadcast_changes(text,text,text,text,text,record,record,text)'
            ) is not null
    );
begin
    -- Nothing stays with whoever came first: the next may be another. What is booking_owner's already isn't locked.
    for v_statement in
        select format('alter table %s owner to booking_owner', c.oid::regclass)
        from pg_catalog.pg_class as c
        where
            c.relnamespace = 'booking'::regnamespace and c.relkind in ('r', 'p', 'S')
            and c.relowner <> 'booking_owner'::regrole
            and not exists ( -- the sequence of an identity goes with its table
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i'
            )
        union all
        select format('alter type %s owner to booking_owner', t.oid::regtype)
        from pg_catalog.pg_type as t
        left join pg_catalog.pg_class as c on c.oid = t.typrelid
        where
            t.typnamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
            and t.typowner <> 'booking_owner'::regrole and t.typcategory <> 'A' and coalesce(c.relkind, 'c') = 'c'
        union all
        select format('alter schema %s owner to booking_owner', n.oid::regnamespace)
        from pg_catalog.pg_namespace as n
        where
            n.oid in ('booking'::regnamespace, 'booking_v1'::regnamespace) and n.nspowner <> 'booking_owner'::regrole
    loop
        execute v_statement;
    end loop;
    -- Private functions run, where they are definer functions, as a role that owns no table. Those that must see
    -- what several tenants have to do run as another, which sees nothing else.
    for v_function in
        select
            p.oid::regprocedure as signature,
            case
                when p.oid in (
                    'booking.tenants_with_work(text, integer, uuid)'::regprocedure,
                    'booking.leased_count(text)'::regprocedure, 'booking.has_dead(text)'::regprocedure,
                    'booking.outbox_metrics()'::regprocedure
                ) then 'booking_courier'
                when
                    p.oid = 'booking.broadcast(uuid, booking.feed[], uuid[])'::regprocedure
                    and v_deployer is not null
                    then v_deployer
                when p.pronamespace = 'booking'::regnamespace then 'booking_engine'
                else 'booking_owner'
            end as owner
        from pg_catalog.pg_proc as p
        where p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
    loop
        execute format('alter routine %s owner to %I', v_function.signature, v_function.owner);
    end loop;
end
$do$;

-- Everybody's default is nothing; what was granted to the administrator's own roles stays.
do $do$
declare
    v_objects text;
begin
    foreach v_objects in array array[
        'all tables in schema booking', 'all sequences in schema booking',
        'all routines in schema booking, booking_v1', 'schema booking, booking_v1'
    ]
    loop
        execute format(
            'revoke all on %s from public, anon, authenticated, service_role, '
            'booking_engine, booking_courier, booking_worker, booking_monitor, booking_tester',
            v_objects
        );
    end loop;
end
$do$;

-- Owners may do what owners may.
grant all on all tables in schema booking to booking_owner;
grant all on all routines in schema booking_v1 to booking_owner;
grant all on all routines in schema booking to booking_engine;
grant execute on function
booking.now(), booking.tenants_with_work(text, integer, uuid), booking.leased_count(text), booking.has_dead(text),
booking.outbox_metrics()
to booking_courier;

-- The engine works on tables through its functions, under row security.
grant usage on schema booking, booking_v1 to booking_engine;
-- foreign keys are checked as the owner of the table
grant usage on schema booking to booking_owner;
grant select, insert, update, delete on all tables in schema booking to booking_engine;
grant usage on sequence booking.feed_position_seq to booking_engine;
grant select on sequence booking.feed_position_seq, booking.release_release_id_seq to booking_engine; -- the doctor's
revoke insert, update, delete on
booking.release, booking.migration, booking.table_rule, booking.time_zone, booking.error_code,
booking.policy_definition, booking.policy_default, booking.status_transition, booking.outbox_kind,
booking.message_variable, booking.notification_kind, booking.notification_cause, booking.default_template, booking.job,
booking.webhook_event, booking.metric, booking.permission
from booking_engine;
grant usage, select on sequence booking.replay_count to booking_engine;
-- History is appended to, and nothing else, but booking.forget_customer takes reasons out of it.
revoke update, delete on booking.booking_event from booking_engine;
grant update (changes) on booking.booking_event to booking_engine;
revoke update on booking.personal_data_access from booking_engine;

-- The courier reads whose effects are due, of which kind and when; what they are about it cannot see.
grant usage on schema booking to booking_courier;
grant select (tenant_id, kind, status, due_at) on booking.outbox to booking_courier;

-- The worker calls these and nothing else: it leases, asks for the content of a message, and reports.
grant usage on schema booking to booking_worker;
grant execute on function
booking.dispatch_events(integer),
booking.tick(integer),
booking.lease_outbox(text[], integer, uuid),
booking.report_outbox(uuid, uuid, uuid, text, text, interval),
booking.report_webhook(uuid, uuid, uuid, text, text, interval, jsonb),
booking.email_content(uuid, uuid),
booking.text_content(uuid, uuid),
booking.webhook_content(uuid, uuid)
to booking_worker;

-- A monitor asks how everything is, and can change nothing.
grant usage on schema booking to booking_monitor;
grant execute on function
booking.metrics(), booking.doctor(), booking.find_installation_problems(), booking.find_unscheduled_jobs(),
booking.find_lost_tenants(), booking.find_tenant_problems(), booking.job_status(), booking.open_alerts()
to booking_monitor;

-- Whoever may call a function of the contract, by the matrix of permissions, needs its private half, too. That
-- of a get_ function is the list_ function. The schema booking must never be exposed: a private half believes
-- its p_actor.
grant usage on schema booking, booking_v1 to service_role, anon, authenticated;
grant execute on function
booking.version(), booking.caller_role(), booking.caller_subject(), booking.caller(), booking.caller_tenant_id(),
booking.calendar_tenant_id(text), booking.client_address(), booking.respond(booking_v1.outcome)
to service_role, anon, authenticated;
grant execute on function booking.token_tenant_id() to service_role;

do $do$
declare
    v_grant record;
begin
    for v_grant in
        select
            p.oid::regprocedure as signature,
            g.role_name
        from booking.permission as m
        cross join lateral (
            values
            ('service_role', m.service <> 'none'),
            ('anon', m.visitor <> 'none'),
            ('authenticated', array[m.customer, m.staff, m.admin, m.owner] <> '{none,none,none,none}')
        ) as g (role_name, is_granted)
        join pg_catalog.pg_proc as p
            on
                (p.pronamespace = 'booking_v1'::regnamespace and p.proname = m.function_name)
                or (
                    p.pronamespace = 'booking'::regnamespace and p.prosecdef
                    and p.proname in (m.function_name, replace(m.function_name, 'get_', 'list_') || 's')
                )
        where g.is_granted
    loop
        execute format('grant execute on routine %s to %I', v_grant.signature, v_grant.role_name);
    end loop;
end
$do$;
