begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('advance_booking_limit_days', '7');
call pg_temp.set_policy('minimum_booking_notice_hours', '400');

select is_empty(
    $$ select s.at from pg_temp.starts('2026-06-01T05:00Z', '2026-07-01T05:00Z') as s (at) $$,
    'nothing is offered'
);
select results_eq(
    $$ select e.code, e.rule from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e $$,
    $$ values ('too_soon', 'minimum_booking_notice_hours') $$,
    'what is within the limit is too soon'
);
select results_eq(
    $$ select e.code from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-22T08:00Z') as e $$,
    array['too_far_ahead'], 'what is beyond both is too far ahead'
);
select results_eq(
    $$ select e.code from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-05-25T08:00Z') as e $$,
    array['in_the_past'], 'but of what is past, only that it is'
);
select is(pg_temp.answer(o), 'failed too_soon 400', 'the one that a command gives, too')
from pg_temp.book('2026-06-08T08:00Z') as o;

select * from finish();
rollback;
