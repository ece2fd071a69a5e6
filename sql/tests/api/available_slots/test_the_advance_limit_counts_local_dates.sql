begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.set_policy('advance_booking_limit_days', '7');
set local booking.now = '2026-05-31T22:00Z';

select is(count(*), 8::bigint, 'on 1 June in Berlin, the whole of 8 June is listed')
from pg_temp.starts('2026-06-02T00:00Z', '2026-06-30T00:00Z');
set local booking.now = '2026-05-31T21:59Z';
select is(count(*), 8::bigint, 'on 31 May, a minute before midnight, the last day is 7 June')
from pg_temp.starts('2026-05-31T00:00Z', '2026-06-30T00:00Z');

select * from finish();
rollback;
