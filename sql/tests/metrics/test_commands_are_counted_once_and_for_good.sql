begin;
select plan(7);
\ir ../helpers/shop.sql
call pg_temp.make_shop('other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.make_shop();
delete from booking.operation_count;
update booking.operation_counted as c set until = '2026-06-01T05:00Z';
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');
select pg_temp.book('2026-06-08T08:00Z', 'too late')::text;

create view pg_temp.counted as
    select m.value, concat_ws(' ', m.labels ->> 'status', m.labels ->> 'code') as how
    from booking.metrics() as m
    where m.name = 'operations_total' and m.labels ->> 'command' = 'create_booking';

set local booking.now = '2026-06-01T05:00:59Z';
select is(booking.count_operations(), 0, 'not those of the last minute: others may still be running');
set local booking.now = '2026-06-01T05:02Z';
call pg_temp.have_booking('theirs', '2026-06-08T10:00Z');
select is(booking.count_operations(), 1, 'but a minute later');
select bag_eq(
    'select * from counted',
    $$ values (2::double precision, 'completed '), (1, 'failed slot_taken') $$, 'by how they ended'
);
set local booking.now = '2026-06-04T05:00Z';
select is(booking.count_operations(10000), 72 * 60 - 2, 'minutes, as the most that it does are');
select is((select sum(c.value) from counted as c), 4::double precision, 'each once: one was too late before');
select is(booking.count_operations(10000), 0, 'and then none is left');
select is(
    (select sum(c.value) from counted as c where booking.run_in_tenants('delete_expired_operations', 1000000) >= 0), 4::double precision,
    'and what was counted stays, when they are forgotten'
);

select * from finish();
rollback;
