begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

select is_empty('select * from booking.find_broken_constraints()', 'foreign keys hold');
alter table booking.claim disable trigger all;
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_broken_constraints'
    $$,
    'those of a table do not'
);

select * from finish();
rollback;
