-- The migrations of this release, each with the sha256 of its file. A fresh database has what they do and
-- notes them all. One that lacks some is not installed over: `pgbooking deploy` has run them when it comes
-- here, psql can't. tools/check_sql.py says what has to stand here.

-- A migration's own limits would end what follows from it, too: it makes much to be forgotten.
set local statement_timeout = 0;
set local lock_timeout = '3s';

do $do$
declare
    v_migrations jsonb := '{
        "0001_bookings_tell_their_cancellation.sql": "19d742a09a14bb12afe622af5d46d4cd9b094cd7b14beefabbf369fc85ec8c3b",
        "0002_bookings_that_still_go_on.sql": "2d45210c3f137bb7bceb5a116880cfc8f186f70dabe4911385491d20153611cf"
    }';
    v_missing text;
begin
    if not exists (select from booking.release) then
        insert into booking.migration (name, checksum)
        select m.key, m.value
        from jsonb_each_text(v_migrations) as m
        on conflict (name) do nothing;
    end if;
    select string_agg(m.key, ', ' order by m.key) into v_missing
    from jsonb_each_text(v_migrations) as m
    where not exists (
        select
        from booking.migration as i
        where i.name = m.key and i.checksum = m.value
    );
    if v_missing is not null then
        raise exception 'this database lacks migrations that psql does not run: %', v_missing
            using errcode = 'object_not_in_prerequisite_state',
            hint = 'Upgrade it with "pgbooking deploy".';
    end if;
end
$do$;
