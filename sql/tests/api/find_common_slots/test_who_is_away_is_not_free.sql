begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}', p_closes => '12:00');

insert into booking.holiday (tenant_id, name, starts_on, ends_on)
values (pg_temp.id('shop'), 'Fair', '2026-06-15', '2026-06-15');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08 10:00', '2026-06-08 11:00');

create function pg_temp.common(p_on date)
returns setof timestamptz
language sql
stable
as $function$
    select c.starts_at
    from booking_v1.find_common_slots(
        p_resource_ids => array[pg_temp.id('Ada'), pg_temp.id('Ben')], p_required => 2,
        p_from => p_on::timestamptz, p_to => p_on::timestamptz + interval '24:00',
        p_duration => '01:00', p_slot_interval => '01:00'
    ) as c
$function$;

select results_eq(
    $$ select pg_temp.common('2026-06-08') $$,
    $$ values ('2026-06-08T07:00Z'::timestamptz), ('2026-06-08T09:00Z') $$, 'not while one has time off'
);
select is_empty($$ select pg_temp.common('2026-06-15') $$, 'and nobody on a holiday');

select * from finish();
rollback;
