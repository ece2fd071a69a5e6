begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.locks()
returns bigint
language sql
as 'select count(*) from pg_locks as l where l.locktype = ''advisory'' and l.pid = pg_backend_pid()';

insert into booking.resource (tenant_id, kind, name, time_zone)
select pg_temp.id('shop'), 'room', 'Room ' || n, 'UTC' from generate_series(1, 1990) as n;
select lives_ok(
    $$select booking_v1.upsert_opening_hours(2, '08:00', '20:00')$$,
    'what concerns 1990 resources'
);
select cmp_ok(pg_temp.locks(), '<=', 258::bigint, 'takes no lock for each: others need the server''s table of locks, too');
select cmp_ok(pg_temp.locks(), '>', 200::bigint, 'nor one for all of them');

select * from finish();
rollback;
