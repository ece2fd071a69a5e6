begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

select is_empty('select * from booking.find_changed_functions()', 'the functions are those of the release');
create function booking.of_my_own() returns integer language sql return 1;
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_changed_functions'
    $$,
    'one is not'
);

select * from finish();
rollback;
