begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop(p_now => '2027-06-01T05:00Z');
call pg_temp.queue('{leased}');
select is(pg_temp.lease(), '{leased}', 'a worker begins by a clock that is a year ahead, and ends');
call pg_temp.queue('{queued}');
set local booking.now = '2026-06-01T05:00Z';
call pg_temp.queue('{tomorrow}', p_due_at => '2026-06-02T05:00Z');
call pg_temp.queue('{done}', p_due_at => '2027-06-01T05:00Z');
update booking.outbox as o set status = 'done', finished_at = booking.now() where o.key = 'done';
create view pg_temp.found as
    select f.problem, f.remedy from booking.find_stuck_effects(pg_temp.id('shop')) as f;

select bag_eq(
    'select f.problem from found as f',
    array[
        'is leased, and not due before 2027-06-01 05:01:00+00', 'is queued, and not due before 2027-06-01 05:00:00+00'
    ],
    'when that is set right, what waits for a year is told, not what does for a day'
);
do $do$
begin
    execute (select substring(f.remedy from 'update .*') from pg_temp.found as f limit 1);
end
$do$;
select is_empty('select from found', 'what is to be done about it helps');
select is(pg_temp.lease(), '{leased,queued}', 'and it is tried at once');

select * from finish();
rollback;
