begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('first', '2026-06-08T08:00Z');

create function pg_temp.milliseconds() returns bigint language sql as $function$
    select floor(extract(epoch from clock_timestamp()) * 1000)::bigint
$function$;
create temporary table made on commit drop as
select pg_temp.milliseconds() as earliest, booking.new_id() as id, pg_temp.milliseconds() as latest
from generate_series(1, 200);

-- rounded to the nearest millisecond
select ok(
    bool_and(
        ('x0000' || substring(replace(m.id::text, '-', '') for 12))::bit(64)::bigint
        between m.earliest and m.latest + 1
    ),
    'the first 48 bits are the milliseconds since 1970'
)
from made as m;
select ok(
    bool_and(m.id::text ~ '^.{14}7.{4}[89ab]'), 'version 7, and the variant of RFC 9562'
)
from made as m;
select is(count(distinct substring(m.id::text from 20)), 200::bigint, 'the end is of chance')
from made as m;
select is(
    array_agg(distinct b.number order by b.number) filter (where b.is_fixed), array[52, 53, 54, 55, 70, 71],
    'no bit is always the same but those of version and variant'
)
from (
    select n.number, count(distinct get_bit(uuid_send(m.id), n.number)) = 1 as is_fixed
    from made as m
    cross join generate_series(48, 127) as n (number)
    group by n.number
) as b;
select ok(
    b.booking_id::text ~ '^.{14}7' and o.operation_id::text ~ '^.{14}7' and x.outbox_id::text ~ '^.{14}7',
    'a booking, its operation and its effect have such ids'
)
from booking.booking as b
join booking.booking_operation as o on o.tenant_id = b.tenant_id
join booking.outbox as x on x.tenant_id = b.tenant_id and x.booking_id = b.booking_id
where b.tenant_id = pg_temp.id('shop');

select * from finish();
rollback;
