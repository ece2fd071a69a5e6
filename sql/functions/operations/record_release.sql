-- Appends to booking.release unless its last row says the same. Run by deployments only.
create or replace function booking.record_release(p_revision text)
returns void
language plpgsql
volatile
security invoker
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_hash text;
begin
    select encode(
        sha256(convert_to(string_agg(pg_get_functiondef(p.oid), '' order by p.oid::regprocedure::text), 'utf8')),
        'hex'
    )
    into v_hash
    from pg_proc as p
    where p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and p.prokind = 'f';

    insert into booking.release (version, revision, functions_hash)
    select booking.version(), p_revision, v_hash
    where (booking.version(), v_hash) is distinct from (
        select (r.version, r.functions_hash)
        from booking.release as r
        order by r.release_id desc
        limit 1
    );
end
$function$;

comment on function booking.record_release(text) is 'Notes a deployment, if it changed anything.';
