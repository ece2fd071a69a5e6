begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
call pg_temp.have_booking('his', '2026-06-08T09:00Z');

select is_empty('select * from booking.find_stuck_effects(pg_temp.id(''shop''))', 'effects may wait a while');
set local booking.now = '2026-06-01T06:01Z';
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_stuck_effects' and d.tenant_id = pg_temp.id('shop')
    $$,
    'not for an hour'
);

select * from finish();
rollback;
