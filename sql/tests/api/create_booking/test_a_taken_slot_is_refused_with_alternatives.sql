begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T08:00Z');
create temporary table refused on commit drop as
select o.* from pg_temp.book('2026-06-08T08:00Z') as o;

select is(r.code, 'slot_taken', 'a second booking is refused') from refused as r;
select results_eq(
    $$
        select (a.slot ->> 'starts_at')::timestamptz, (a.slot ->> 'ends_at')::timestamptz
        from refused as r
        cross join jsonb_array_elements(r.details -> 'alternatives') as a (slot)
    $$,
    $$
        select s.starts_at, s.starts_at + interval '1 hour'
        from (
            values
                ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T09:00Z'), ('2026-06-08T10:00Z'),
                ('2026-06-08T11:00Z'), ('2026-06-08T12:00Z')
        ) as s (starts_at)
    $$,
    'and told the nearest five'
);
call pg_temp.have_booking('last but one', '2026-06-08T13:00Z');
select is(
    jsonb_path_query_array(o.details, '$.alternatives[*].starts_at'),
    '["2026-06-08T09:00:00+00:00", "2026-06-08T10:00:00+00:00", "2026-06-08T11:00:00+00:00",
    "2026-06-08T12:00:00+00:00", "2026-06-08T14:00:00+00:00"]'::jsonb,
    'in order of time'
)
from pg_temp.book('2026-06-08T13:00Z') as o;
select is(
    r.details -> 'reasons' -> 0 ->> 'code', 'slot_taken', 'with the reason'
)
from refused as r;
select is_empty(
    $$
        select r.code
        from refused as r
        where r.details::text like '%' || pg_temp.booking_of('first') || '%'
    $$,
    'but nothing about whose it is'
);

select * from finish();
rollback;
