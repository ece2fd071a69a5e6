begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

select is_empty('select * from booking.find_broken_constraints()', 'constraints hold');
alter table booking.booking add constraint price_is_small check (price < 1000000) not valid;
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_broken_constraints'
    $$,
    'this one may not'
);

select * from finish();
rollback;
