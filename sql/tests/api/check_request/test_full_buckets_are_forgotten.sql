begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(3);
call pg_temp.make_shop(p_now => '2026-06-01T05:00:00Z');
call pg_temp.come_as('authenticated', 'somebody');
select is(pg_temp.passes(10), 10, 'there is a bucket');
set local booking.now = '2026-06-01T05:10:04.9Z';
select booking.delete_full_buckets(pg_temp.id('shop'), 1000);
select isnt_empty('select from booking.rate_bucket as b where length(b.bucket) > 10', 'not full for long yet');
set local booking.now = '2026-06-01T05:10:05.1Z';
select booking.delete_full_buckets(pg_temp.id('shop'), 1000);
select is_empty('select from booking.rate_bucket as b where length(b.bucket) > 10', 'full for ten minutes: no row says the same');

select * from finish();
rollback;
