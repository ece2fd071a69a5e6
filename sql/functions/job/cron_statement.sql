-- pg_cron's jobs live in one database of the server, not always in this one. So this only makes the statement that
-- schedules ours; booking.schedule_jobs runs it, or whoever can connect there. The statement changes only the jobs of
-- this database, by their names, and removes those of databases that are gone or renamed, since nobody else would. A
-- job that is switched off, or is to run as a role that was dropped, would never run, so it is made anew. pg_cron never
-- prunes its own log: one more job does that for our runs.
create or replace function booking.cron_statement()
returns text
language sql
stable
as $function$
    with names as (
        select
            pg_catalog.current_database()::text as database,
            case
                when booking.cron_database() <> pg_catalog.current_database()
                    then '@' || pg_catalog.current_database()
                else ''
            end as suffix
    )

    select pg_catalog.format(
        $statement$
        with wanted as (
            select w.* from json_to_recordset(%L) as w (name text, schedule text, command text, database text)
        ),
        kept as (
            select j.jobid, w.name
            from wanted as w
            join cron.job as j
                on (j.jobname, j.schedule, j.command, j.database) = (w.name, w.schedule, w.command, w.database)
            where j.active and j.username in (select r.rolname from pg_catalog.pg_roles as r)
        ),
        gone as materialized (
            select cron.unschedule(j.jobid)
            from cron.job as j
            where
                (
                    substring(j.jobname from '^pgbooking:[a-z_]+(.*)$') = %L
                    and j.jobid not in (select k.jobid from kept as k)
                )
                or substring(j.jobname from '^pgbooking:[a-z_]+@(.*)$')
                not in (select d.datname from pg_catalog.pg_database as d)
        ),
        made as materialized (
            select case
                when w.database = current_database() then cron.schedule(w.name, w.schedule, w.command)
                else cron.schedule_in_database(w.name, w.schedule, w.command, w.database)
            end
            from wanted as w
            where
                (select count(*) from gone) >= 0  -- first those
                and w.name not in (select k.name from kept as k)
        )
        select (select count(*) from gone) + (select count(*) from made)
        $statement$,
        (
            select pg_catalog.json_agg(e)
            from (
                select
                    'pgbooking:' || j.job_name || n.suffix as name,
                    booking.cron_schedule(j.every, j.at) as schedule,
                    pg_catalog.format('select booking.run_job(%L)', j.job_name) as command,
                    n.database
                from booking.job as j
                union all
                select
                    'pgbooking:cron_log' || n.suffix, '23 3 * * *',
                    pg_catalog.format(
                        'delete from cron.job_run_details where starts_with(command, %L) and database = %L '
                        'and start_time < now() - interval ''7 days''',
                        'select booking.run_job(', n.database
                    ),
                    coalesce(booking.cron_database(), n.database)
            ) as e
        ),
        n.suffix
    )
    from names as n
$function$;

comment on function booking.cron_statement() is
'What makes pg_cron''s jobs those of this database, to be said in the database that pg_cron lives in; gives how many
jobs it changed.';
