-- The zones this server knows, by their IANA names. Reading them costs some file system work, which is
-- why it is done here and never in a query.

insert into booking.time_zone as z (name)
select n.name
from pg_catalog.pg_timezone_names as n
where
    n.name = 'UTC'
    or n.name ~ '^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/'
on conflict (name) do nothing;
