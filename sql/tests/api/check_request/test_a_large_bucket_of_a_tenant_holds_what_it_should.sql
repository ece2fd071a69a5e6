begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(3);
call pg_temp.make_shop();
call pg_temp.set_policy('rate_limit_per_tenant_burst', '300');
call pg_temp.come_as('anon');

select ok(
    pg_temp.passes(600) between 150 and 500, 'about three hundred pass, for one in three, by chance, takes three tokens'
);
select is(pg_temp.passes(20), 0, 'and then nobody does');
select is(count(*), 6::bigint, 'it is divided')
from booking.rate_bucket as b where b.bucket = 'visitors';

select * from finish();
rollback;
