begin;
\ir ../helpers/shop.sql
select plan(11);

call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
update booking.tenant as t set time_zone = 'Asia/Tokyo' where t.tenant_id = pg_temp.id('other');
update booking.resource as r set time_zone = 'Asia/Tokyo' where r.tenant_id = pg_temp.id('other');
delete from booking.zone_rules;
-- who has hours that were worked out ahead
create function pg_temp.known()
returns text[]
language sql
volatile
as $function$
    select array(
        select distinct t.slug
        from booking.timetable as h
        join booking.tenant as t on t.tenant_id = h.tenant_id
        where t.tenant_id in (pg_temp.id('shop'), pg_temp.id('other'))
        order by t.slug
    )
$function$;
select is(
    booking.forget_old_zones(), (select count(*)::integer from booking.time_zone), 'the first time all are new'
);
select booking.run_in_tenants('fill_timetable', 100000)::text;
select is(booking.forget_old_zones(), 0, 'the same rules');
select is(pg_temp.known(), '{pgtap-other,pgtap-shop}', 'leave the hours of everybody');
-- as if Tokyo had had others when they were worked out
update booking.zone_rules as z
set digest = booking.zone_digest('Asia/Seoul', date_trunc('year', booking.now(), 'UTC') + interval '24:00')
where z.name = 'Asia/Tokyo';
select is(booking.forget_old_zones(), 1, 'one has other rules');
select is(pg_temp.known(), '{pgtap-shop}', 'and hours of its own only are forgotten');
select is(booking.forget_old_zones(), 0, 'once');
select booking.run_in_tenants('fill_timetable', 100000)::text;
set local booking.now = '2027-01-01T00:12Z';
select is(booking.forget_old_zones(), 0, 'in another year the same rules');
select is(pg_temp.known(), '{pgtap-other,pgtap-shop}', 'leave the hours of everybody');
select results_eq(
    'select distinct z.since, z.digest = booking.zone_digest(z.name, z.since) from booking.zone_rules as z',
    $$ values ('2027-01-01T00:00Z'::timestamptz, true) $$, 'and the years to come are noted'
);
set local booking.now = '2029-01-01T00:12Z';
select is(
    booking.forget_old_zones(), (select count(*)::integer from booking.time_zone), 'what is older than that says nothing'
);
select isnt(
    booking.zone_digest('Europe/Berlin', '2026-01-01T00:00Z'), booking.zone_digest('Europe/London', '2026-01-01T00:00Z'),
    'zones that change on the same days differ'
);

select * from finish();
rollback;
