-- Notes the release, if anything is new, and tells PostgREST that the contract may have changed.

do $do$
begin
    perform booking.record_release(p_revision => nullif(current_setting('booking.revision', true), ''));
end
$do$;
notify pgrst, 'reload schema';
