begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}', p_closes => '11:00');
delete from booking.weekly_hours as h where h.resource_id = pg_temp.id('Ben');

create function pg_temp.common(p_required integer)
returns table (starts_at timestamptz, resource_ids uuid[])
language sql
as $function$
    select c.starts_at, c.resource_ids
    from booking_v1.find_common_slots(
        p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben')], p_required => p_required,
        p_from => '2026-06-08T00:00Z', p_to => '2026-06-09T00:00Z', p_duration => '01:00', p_slot_interval => '01:00'
    ) as c
$function$;

select is_empty('select * from pg_temp.common(2)', 'there is no time for both');
select results_eq(
    'select * from pg_temp.common(1)',
    $$
        values
        ('2026-06-08T07:00Z'::timestamptz, array[pg_temp.id('Ada')]), ('2026-06-08T08:00Z', array[pg_temp.id('Ada')])
    $$,
    'and for one of them there is hers'
);

select * from finish();
rollback;
