begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

select is_empty('select * from booking.find_broken_constraints()', 'constraints hold');
alter table booking.claim drop constraint claim_no_overlap;
select isnt_empty(
    $$
        select d.subject
        from booking.doctor() as d
        where d.check_name = 'find_broken_constraints'
    $$,
    'the one that matters is missing'
);

select * from finish();
rollback;
