begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
insert into booking.resource (tenant_id, resource_id, kind, name, time_zone)
values (pg_temp.id('shop'), pg_temp.id('Eve'), 'staff', 'Eve', 'UTC');
insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (pg_temp.id('shop'), pg_temp.id('Colour'), 'Colour', '01:00', '01:00');
insert into booking.requirement (tenant_id, service_id)
values (pg_temp.id('shop'), pg_temp.id('Colour'));
insert into booking.requirement_resource (tenant_id, service_id, resource_id)
values (pg_temp.id('shop'), pg_temp.id('Colour'), pg_temp.id('Eve'));

create function pg_temp.locked()
returns text[]
language sql
as $function$
    select array_agg(p.name order by p.name)
    from (values ('Ada'), ('Ben'), ('Eve')) as p (name)
    where exists (
        select from pg_locks as l
        where
            l.locktype = 'advisory' and l.pid = pg_backend_pid() and l.mode = 'ShareLock'
            and (l.classid::bigint << 32) | l.objid::bigint = booking.resource_lock(pg_temp.id('shop'), pg_temp.id(p.name))
    )
$function$;

create procedure pg_temp.lock(p_service text, p_resource text default null)
language sql
as $procedure$
    select booking.lock_for_booking(pg_temp.id('shop'), pg_temp.id(p_service), pg_temp.id(p_resource))
$procedure$;

call pg_temp.lock('Cut', 'Ada');
select is(pg_temp.locked(), '{Ada}', 'who is asked for');
call pg_temp.lock('Cut', 'Eve');
select is(pg_temp.locked(), '{Ada}', 'nobody who does not do it');
call pg_temp.lock('Cut');
select is(pg_temp.locked(), '{Ada,Ben}', 'else all who do, and nobody else');

select * from finish();
rollback;
