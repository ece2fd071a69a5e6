begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create temporary table made on commit drop as
select u.service_id
from booking_v1.upsert_service(
    'Shave', '00:30', p_resource_ids => array[pg_temp.id('Ada')], p_slot_interval => '00:20', p_slot_offset => '00:10',
    p_buffer_before => '00:05', p_buffer_after => '00:10', p_allowed_durations => '{01:00}', p_price => 12.5,
    p_currency => 'CHF', p_max_party_size => 3, p_requires_confirmation => true, p_is_active => false,
    p_description => 'With foam'
) as u;
create function pg_temp.shave()
returns jsonb
language sql
stable
as $function$
    select to_jsonb(s) - 'service_id' - 'name' - 'duration' - 'description'
    from booking_v1.list_services(p_include_inactive => true) as s
    join made as m on m.service_id = s.service_id
$function$;

create temporary table before on commit drop as
select pg_temp.shave() as shave;
call pg_temp.run($$
    select u.service_id
    from made as m
    cross join booking_v1.upsert_service('Wet shave', '00:40', p_description => '', p_service_id => m.service_id) as u
$$);
select is(pg_temp.shave(), b.shave, 'nothing else is changed') from before as b;
select is(
    (s.name, s.duration, s.description)::text, ('Wet shave', interval '00:40', null::text)::text,
    'what is given is, and no text removes it'
)
from made as m
inner join booking_v1.list_services(p_include_inactive => true) as s on s.service_id = m.service_id;

select * from finish();
rollback;
