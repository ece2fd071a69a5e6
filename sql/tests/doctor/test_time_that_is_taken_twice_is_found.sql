begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');

select is_empty('select * from booking.find_overlaps(pg_temp.id(''shop''))', 'one booking after the other');
set constraints all immediate;
alter table booking.claim drop constraint claim_no_overlap;
update booking.claim as c set ends_at = c.ends_at + interval '5 minutes'
where c.booking_id = pg_temp.booking_of('hers');
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_overlaps' and d.tenant_id = pg_temp.id('shop')
    $$,
    'and one that reaches into the next'
);

select * from finish();
rollback;
