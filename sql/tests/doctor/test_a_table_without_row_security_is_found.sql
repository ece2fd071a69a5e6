begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

select is_empty('select * from booking.find_open_tables()', 'all tables keep tenants apart');
alter table booking.booking no force row level security;
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_open_tables'
    $$,
    'one does not'
);

select * from finish();
rollback;
