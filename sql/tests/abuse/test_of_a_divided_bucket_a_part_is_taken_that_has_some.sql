begin;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
create procedure pg_temp.have_part(p_shop text, p_bucket text, p_shard integer, p_full_at timestamptz)
language sql
begin atomic
    insert into booking.rate_bucket (tenant_id, bucket, shard, full_at)
    values (pg_temp.id(p_shop), p_bucket, p_shard, p_full_at);
end;

-- Chance decides among several: a hundred calls find them all.
create view pg_temp.taken as
    select booking.free_shard(pg_temp.id('shop'), 'members', 3, '2026-06-01T06:00Z')
    from generate_series(1, 100);

call pg_temp.have_part('shop', 'members', 0, '2026-06-01T06:01Z');
-- parts of others, with and without enough, of which none is one of these
call pg_temp.have_part('other', 'members', 0, '2026-06-01T06:00Z');
call pg_temp.have_part('shop', 'visitors', 0, '2026-06-01T06:00Z');
call pg_temp.have_part('shop', 'members', 3, '2026-06-01T06:00Z');
call pg_temp.have_part('other', 'members', 1, '2026-06-01T06:01Z');
call pg_temp.have_part('shop', 'visitors', 2, '2026-06-01T06:01Z');
select set_eq('select * from taken', '{1,2}'::integer[], 'one that was never used has enough');
call pg_temp.have_part('shop', 'members', 1, '2026-06-01T06:01Z');
select set_eq('select * from taken', '{2}'::integer[], 'as long as there is one');
call pg_temp.have_part('shop', 'members', 2, '2026-06-01T06:01Z');
select set_eq('select * from taken', '{0,1,2}'::integer[], 'where none has enough, it is any');
update booking.rate_bucket as b
set full_at = '2026-06-01T06:00Z'
where b.tenant_id = pg_temp.id('shop') and b.bucket = 'members' and b.shard = 1;
select set_eq('select * from taken', '{1}'::integer[], 'one that just has enough comes before them all');

select * from finish();
rollback;
