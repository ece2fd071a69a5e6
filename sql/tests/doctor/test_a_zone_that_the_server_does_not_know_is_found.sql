begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

select is_empty('select * from booking.find_unknown_time_zones()', 'all zones are known');
insert into booking.time_zone (name) values ('Europe/Atlantis');
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_unknown_time_zones'
    $$,
    'one is not'
);

select * from finish();
rollback;
