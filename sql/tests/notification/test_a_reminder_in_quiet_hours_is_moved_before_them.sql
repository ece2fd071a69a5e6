begin;
select plan(8);
set local timezone = 'UTC';

create temporary table night as
select
    d.at::timestamptz as due_at,
    d.zone,
    booking.quiet_time(d.at::timestamptz, d.zone, 21, 8) as sent_at
from (
    values
    ('2026-06-09 18:59Z', 'Europe/Berlin'),
    ('2026-06-09 19:00Z', 'Europe/Berlin'),
    ('2026-06-10 05:59Z', 'Europe/Berlin'),
    ('2026-06-10 06:00Z', 'Europe/Berlin'),
    ('2026-03-29 04:30Z', 'Europe/Berlin')
) as d (at, zone);

select is((select n.sent_at from night as n where n.due_at = '2026-06-09 18:59Z'), '2026-06-09 18:59Z', 'not yet quiet');
select is((select n.sent_at from night as n where n.due_at = '2026-06-09 19:00Z'), '2026-06-09 18:45Z', 'just quiet');
select is((select n.sent_at from night as n where n.due_at = '2026-06-10 05:59Z'), '2026-06-09 18:45Z', 'still quiet');
select is((select n.sent_at from night as n where n.due_at = '2026-06-10 06:00Z'), '2026-06-10 06:00Z', 'quiet no more');
select is(
    (select n.sent_at from night as n where n.due_at = '2026-03-29 04:30Z'), '2026-03-28 19:45Z',
    'by the clock of the evening before, in the night of a change'
);
select is(
    booking.quiet_time('2026-06-09 12:30Z', 'UTC', 12, 14), '2026-06-09 11:45Z', 'quiet hours within a day'
);
select is(
    booking.quiet_time('2026-06-09 12:30Z', 'UTC', null, 14), '2026-06-09 12:30Z', 'none are quiet by default'
);
select is_empty(
    $$
        select h.at
        from generate_series('2026-01-01Z'::timestamptz, '2027-01-01Z', '00:20') as h (at)
        cross join (values ('Europe/Berlin'), ('America/St_Johns'), ('Australia/Lord_Howe')) as z (name)
        where
            booking.quiet_time(h.at, z.name, 22, 7) > h.at
            or extract(hour from booking.quiet_time(h.at, z.name, 22, 7) at time zone z.name) not between 7 and 21
    $$,
    'in a whole year, never later and never in the quiet hours'
);

select * from finish();
rollback;
