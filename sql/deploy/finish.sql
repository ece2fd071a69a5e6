-- Works the rate limits out by this release's functions and defaults; lifts sequences that a replication left behind,
-- before one is drawn from; notes the release, if anything is new, the rules of the tables and who may do what;
-- schedules the jobs where pg_cron is, and tells PostgREST that the contract may have changed.

do $do$
begin
    perform booking.run_in_tenants(p_function_name => 'renew_rate_limit', p_most => 2147483647);
    perform booking.lift_sequences();
    perform booking.record_release(p_revision => nullif(current_setting('booking.revision', true), ''));
    perform booking.record_table_rules();
    perform booking.schedule_jobs();
end
$do$;
notify pgrst, 'reload schema';
