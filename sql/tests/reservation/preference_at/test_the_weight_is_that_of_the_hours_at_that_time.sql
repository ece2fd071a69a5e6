begin;
select plan(16);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Ben}');

update booking.weekly_hours as h set preference = 7 where h.resource_id = pg_temp.id('Ben');
update booking.resource as r set time_zone = 'America/New_York' where r.resource_id = pg_temp.id('Ben');
update booking.weekly_hours as h
set preference = 5, valid_from = '2026-06-08', valid_until = '2026-06-14'
where h.resource_id = pg_temp.id('Ada');
insert into booking.weekly_hours (tenant_id, resource_id, weekday, start_time, end_time, preference)
values
(pg_temp.id('shop'), pg_temp.id('Ada'), 1, '22:00', '02:00', 3),
(pg_temp.id('shop'), pg_temp.id('Ada'), 1, '22:00', '23:00', -4),
(pg_temp.id('shop'), pg_temp.id('Ada'), 3, '00:00', '00:00', -2);

select is(booking.preference_at(pg_temp.id('shop'), pg_temp.id(c.who), c.starts_at), c.weight, c.what)
from (
    values
    ('Ada', '2026-06-08T06:59:59Z'::timestamptz, 0, 'before work'),
    ('Ada', '2026-06-08T07:00Z', 5, 'when work begins'),
    ('Ada', '2026-06-08T14:59:59Z', 5, 'in the last second'),
    ('Ada', '2026-06-08T15:00Z', 0, 'when work ends'),
    ('Ada', '2026-06-09T08:00Z', 0, 'on another day of the week'),
    ('Ada', '2026-06-01T08:00Z', 0, 'before the hours are valid'),
    ('Ada', '2026-06-15T08:00Z', 0, 'when they no longer are'),
    ('Ada', '2026-06-08T20:30Z', 3, 'of two the greater'),
    ('Ada', '2026-06-08T23:59:59Z', 3, 'the night shift of the evening before'),
    ('Ada', '2026-06-09T00:00Z', 0, 'at its end'),
    ('Ada', '2026-06-09T22:00Z', -2, 'a whole day from midnight'),
    ('Ada', '2026-06-10T21:59:59Z', -2, 'to midnight'),
    ('Ada', '2026-06-10T22:00Z', 0, 'and no longer'),
    ('Ben', '2026-06-08T08:00Z', 0, 'somebody else, where it is four in the morning'),
    ('Ben', '2026-06-08T13:00Z', 7, 'and where it is nine'),
    ('Ben', '2026-06-08T21:00Z', 0, 'and where it is five in the afternoon')
) as c (who, starts_at, weight, what);

select * from finish();
rollback;
