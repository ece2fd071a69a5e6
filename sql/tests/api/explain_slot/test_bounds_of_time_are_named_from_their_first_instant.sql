begin;
select plan(6);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_weekdays => '{0,1,2,3,4,5,6}', p_opens => '00:00', p_closes => '00:00');

select is(
    (
        select string_agg(e.code, ' ')
        from booking_v1.explain_slot(pg_temp.id('Cut'), c.starts_at) as e
    ),
    c.codes, c.what
)
from (
    values
    ('2026-06-01T04:00Z'::timestamptz, 'in_the_past', 'an hour ago'),
    ('2026-06-01T05:00Z', 'too_soon', 'now'),
    ('2026-06-01T06:00Z', 'too_soon', 'within the notice'),
    ('2026-06-01T07:00Z', null, 'at the end of the notice'),
    ('2026-08-30T21:00Z', null, 'the last hour of the last day'),
    ('2026-08-30T22:00Z', 'too_far_ahead', 'the midnight after it')
) as c (starts_at, codes, what);

select * from finish();
rollback;
