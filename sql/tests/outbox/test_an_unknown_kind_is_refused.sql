begin;
select plan(1);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
select throws_ok(
    $$ select booking.enqueue(pg_temp.id('shop'), array[('tset', null, '{}', null)]::booking.effect[]) $$,
    '23502', null, 'nobody would ever carry it out'
);

select * from finish();
rollback;
