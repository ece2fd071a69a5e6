begin;
select plan(8);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
set constraints all deferred;
insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
select pg_temp.id('shop'), pg_temp.id('Ada'), c.unit, lower(c.during), upper(c.during), gen_random_uuid()
from (
    values
    (1, '[2030-01-07 09:00Z, 2030-01-07 10:00Z)'::tstzrange),
    (1, '[2030-01-07 10:00Z, 2030-01-07 11:00Z)'),
    (1, '[2030-01-07 12:00Z, 2030-01-07 13:00Z)'),
    (1, '[2030-01-07 15:00Z, 2030-01-07 16:00Z)'),
    (2, '[2030-01-07 00:00Z, 2030-02-08 00:00Z)')
) as c (unit, during);

create function pg_temp.found(p_from text, p_to text, p_unit integer default 1)
returns text
language plpgsql
as $function$
begin
    return (
        select string_agg(to_char(k.starts_at, 'HH24') || '-' || to_char(k.ends_at, 'HH24'), ' ' order by k.starts_at)
        from booking.claims(
            pg_temp.id('shop'), pg_temp.id('Ada'), p_unit,
            tstzrange(('2030-01-07 ' || p_from || 'Z')::timestamptz, ('2030-01-07 ' || p_to || 'Z')::timestamptz)
        ) as k
    );
end
$function$;

select is(pg_temp.found('09:00', '11:00'), '09-10 10-11', 'what fills it');
select is(pg_temp.found('09:30', '10:30'), '09-10 10-11', 'what reaches beyond one end');
select is(pg_temp.found('12:15', '12:45'), '12-13', 'what reaches beyond both');
select is(pg_temp.found('12:30', '15:30'), '12-13 15-16', 'and nothing of the next');
select is(pg_temp.found('11:00', '12:00'), null, 'not what ends or begins with it');
select is(pg_temp.found('13:00', '14:00'), null, 'not what comes later');
select is(pg_temp.found('16:00', '17:00'), null, 'nor anything where nothing comes');
select is(pg_temp.found('10:00', '11:00', p_unit => 2), '00-00', 'a month that has long begun');

select * from finish();
rollback;
