begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
set local booking.now = '2026-06-08T07:59Z';

select throws_ok(
    $$ select * from booking_v1.cancel_booking('blank', pg_temp.booking_of('hers'), p_override_reason => E' \t') $$,
    'PT400', 'invalid_argument', 'blanks are no reason'
);
select is(pg_temp.answer(o), 'completed 200', 'words are')
from booking_v1.cancel_booking('said', pg_temp.booking_of('hers'), p_override_reason => 'she is ill') as o;

select * from finish();
rollback;
