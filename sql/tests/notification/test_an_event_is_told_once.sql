begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
create temporary table counted on commit drop as select count(*) as messages from pg_temp.told();

select is((select c.messages from counted as c), 2::bigint, 'to two people');
select is(
    (
        select booking.notify_of_events(pg_temp.id('shop'), array_agg(e))
        from booking.booking_event as e
        where e.tenant_id = pg_temp.id('shop')
    ),
    0, 'whoever dispatches it again, queues nothing'
);

select * from finish();
rollback;
