-- Appends to booking.release unless its last row says the same. Run by deployments only.
create or replace function booking.record_release(p_revision text)
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
begin
    insert into booking.release (version, revision, functions_hash)
    select booking.version(), p_revision, h.functions_hash
    from booking.functions_hash() as h (functions_hash)
    where (booking.version(), h.functions_hash) is distinct from (
        select (r.version, r.functions_hash)
        from booking.release as r
        order by r.release_id desc
        limit 1
    );
end
$function$;

comment on function booking.record_release(text) is 'Notes a deployment, if it changed anything.';
