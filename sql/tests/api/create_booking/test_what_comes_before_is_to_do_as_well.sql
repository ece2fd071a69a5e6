begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');

-- by chance it would be Ben each time once in 1024 times
create temporary table monday on commit drop as
select d.starts_at
from generate_series('2026-06-08T10:00Z'::timestamptz, '2026-08-10T10:00Z', '168:00') as d (starts_at);
do $do$
declare
    v_starts_at timestamptz;
begin
    for v_starts_at in select m.starts_at from pg_temp.monday as m loop
        call pg_temp.have_booking('first ' || v_starts_at, v_starts_at - interval '02:00', pg_temp.id('Ada'));
    end loop;
end
$do$;

select is(array_agg(distinct o.resource_ids), array[array[pg_temp.id('Ben')]], 'Ada has had a booking that day')
from pg_temp.monday as m
cross join lateral pg_temp.book(m.starts_at) as o;

select * from finish();
rollback;
