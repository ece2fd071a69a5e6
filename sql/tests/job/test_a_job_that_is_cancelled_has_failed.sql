begin;
\ir ../helpers/jobs.sql
select plan(2);

call pg_temp.have_job();
create or replace function booking.pgtap_job(p_most integer)
returns integer
language plpgsql
volatile
as $function$
begin
    raise query_canceled; -- as statement_timeout does
end
$function$;

select is(concat_ws(' ', r.state, r.sqlstate), 'failed 57014', 'it took too long') from booking.run_job('pgtap') as r;
select is(pg_temp.open_alerts(), array['failed'], 'and somebody is told');

select * from finish();
rollback;
