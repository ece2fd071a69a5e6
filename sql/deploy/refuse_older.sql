-- Never an older release over a newer one. Runs as soon as booking.version() tells which one this is.

do $do$
declare
    v_installed text;
begin
    select r.version into v_installed
    from booking.release as r
    order by r.release_id desc
    limit 1;
    if string_to_array(v_installed, '.')::integer[]
        > string_to_array(booking.version(), '.')::integer[]
    then
        raise exception 'this database has pgbooking %, which is newer than %',
            v_installed, booking.version()
            using errcode = 'object_not_in_prerequisite_state',
            hint = 'Deploy with that release or a later one.';
    end if;
end
$do$;
