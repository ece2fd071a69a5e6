begin;
select plan(2);
\ir ../../helpers/shop.sql


create role pgtap_tester nologin;
create temporary table clock (who text, at timestamptz) on commit drop;
grant insert on clock to pgtap_tester;
grant usage on schema booking to pgtap_tester;
grant execute on function booking.now() to pgtap_tester;
set local booking.now = '2026-06-01T05:00Z';
set local session authorization pgtap_tester;
insert into clock (who, at) select 'anybody' as who, booking.now() as at;
reset session authorization;
grant booking_tester to pgtap_tester;
set local session authorization pgtap_tester;
insert into clock (who, at) select 'a tester' as who, booking.now() as at;
reset session authorization;

select is(c.at, '2026-06-01T05:00Z'::timestamptz, 'a tester does')
from clock as c
where c.who = 'a tester';
select isnt(c.at, '2026-06-01T05:00Z'::timestamptz, 'nobody else')
from clock as c
where c.who = 'anybody';

select * from finish();
rollback;
