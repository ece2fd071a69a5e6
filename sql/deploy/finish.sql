-- Notes the release, if anything is new, and tells PostgREST that the contract may have changed.

select booking.record_release(p_revision => nullif(current_setting('booking.revision', true), ''));
notify pgrst, 'reload schema';
