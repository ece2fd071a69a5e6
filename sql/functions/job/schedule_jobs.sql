-- The end of every deployment. Runs as whoever deploys, for pg_cron runs a job as the role that scheduled it. Whether
-- the extension is here does not tell whether pg_cron reads it: a copy of its database has the extension and the table,
-- too. Writes cron.job, through pg_cron's functions.
create or replace function booking.schedule_jobs()
returns integer
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_changed integer := 0;
    v_elsewhere text := booking.cron_database();
begin
    if v_elsewhere <> current_database() then
        raise notice 'pg_cron lives in database %, so the jobs of pgbooking are not scheduled', v_elsewhere
            using hint = 'Deploy with "pgbooking deploy", or run there what booking.cron_statement() gives.';
    elsif exists (select from pg_extension as e where e.extname = 'pg_cron') then
        execute booking.cron_statement() into v_changed;
    end if;
    return v_changed;
end
$function$;

comment on function booking.schedule_jobs() is
'Makes pg_cron''s jobs those of this database, where it has pg_cron; returns how many it changed, 0 the second time.';
