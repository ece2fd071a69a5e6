begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
create temporary table made on commit drop as
select f.feed_id from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;

select booking_v1.revoke_calendar_feed(m.feed_id)::text from made as m;
set local booking.now = '2026-06-02T05:00Z';
select lives_ok('select booking_v1.revoke_calendar_feed(m.feed_id) from made as m', 'to end it again is no mistake');
select is(f.revoked_at, '2026-06-01T05:00Z'::timestamptz, 'and it ended the first time')
from booking_v1.list_calendar_feeds() as f;

select * from finish();
rollback;
