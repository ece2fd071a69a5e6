begin;
select plan(3);

create view pg_temp.found as select f.subject, f.remedy from booking.find_strong_roles() as f;
select is_empty('select * from found', 'it holds all');
alter role service_role bypassrls; -- as in Supabase
select is_empty('select * from found', 'applications may do everything');
alter role booking_engine bypassrls;
alter role authenticated superuser;
select bag_eq(
    'select * from found',
    $$
        values
        ('role booking_engine', 'alter role booking_engine nosuperuser nobypassrls'),
        ('role authenticated', 'alter role authenticated nosuperuser nobypassrls')
    $$,
    'it does not'
);

select * from finish();
rollback;
