begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}', p_closes => '11:00');
call pg_temp.have_booking('first', '2026-06-08T07:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('second', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('a week after', '2026-06-15T07:00Z', pg_temp.id('Ada'));

create function pg_temp.alternatives(p_starts_at timestamptz, p_resource text)
returns jsonb
language sql
volatile
as $function$
    select jsonb_path_query_array(o.details, '$.alternatives[*].starts_at')
    from pg_temp.book(p_starts_at, p_resource_id => pg_temp.id(p_resource)) as o
$function$;

select is(pg_temp.alternatives('2026-06-08T07:00Z', 'Ada'), '[]', 'she has no time that week, though he has');
call pg_temp.have_booking('third', '2026-06-08T07:00Z', pg_temp.id('Ben'));
select is(pg_temp.alternatives('2026-06-08T07:00Z', 'Ben') ->> 0, '2026-06-08T08:00:00+00:00', 'and he at eight');

select * from finish();
rollback;
