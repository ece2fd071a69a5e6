-- Only superusers and members of pg_read_all_settings may read this setting. For others pg_settings leaves it out,
-- where current_setting would raise an error.
create or replace function booking.cron_database()
returns text
language sql
stable
as $function$
    select s.setting
    from pg_catalog.pg_settings as s
    where s.name = 'cron.database_name'
$function$;

comment on function booking.cron_database() is
'The database that pg_cron lives in; null: there is none, or it isn''t the caller''s to know.';
