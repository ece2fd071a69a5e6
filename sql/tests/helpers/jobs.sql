-- One job and nothing else: it does one thing of two, or fails, as the setting pgtap.job says. The engine's clock
-- stands at Monday, 1 June 2026, 05:00 UTC.

create function booking.pgtap_job(p_most integer)
returns integer
language plpgsql
volatile
as $function$
begin
    if current_setting('pgtap.job', true) = 'fails' then
        raise exception 'it broke' using errcode = 'PB777', detail = 'Ada, +49 30 123';
    end if;
    perform booking.raise_alert(p_source => 'pgtap', p_code => 'ran', p_message => 'it ran');
    return least(p_most, nullif(current_setting('pgtap.job', true), '')::integer);
end
$function$;

create procedure pg_temp.have_job(p_every interval default '01:00', p_at interval default '00:10', p_most integer default 2)
language plpgsql
as $procedure$
begin
    perform set_config('timezone', 'UTC', true);
    perform set_config('pgtap.job', '1', true);
    perform set_config('booking.now', '2026-06-01T05:00Z', true);
    delete from booking.job as j where j.job_name is not null;
    insert into booking.job (job_name, every, at, function_name, most, late_after, description, created_at)
    values ('pgtap', p_every, p_at, 'pgtap_job', p_most, '00:30', 'A job of the tests.', booking.now());
end
$procedure$;

comment on procedure pg_temp.have_job(interval, interval, integer) is 'There is this job only: pgtap.';

create procedure pg_temp.job_does(p_what text)
language plpgsql
as $procedure$
begin
    perform set_config('pgtap.job', p_what, true);
end
$procedure$;

comment on procedure pg_temp.job_does(text) is 'How much there is to do, or fails.';

create function pg_temp.open_alerts()
returns text[]
language sql
stable
as $function$
    select coalesce(array_agg(a.code order by a.code), '{}')
    from booking.alert as a
    where a.source = 'job pgtap' and a.resolved_at is null
$function$;

comment on function pg_temp.open_alerts() is 'The open alerts of the job.';
