begin;
select plan(3);
create view pg_temp.found as
    select d.subject, d.problem
    from booking.doctor() as d
    where d.check_name = 'find_changed_functions' and d.subject <> 'the functions';

select is_empty('select * from found', 'each is there once');
create function booking.month_of() returns date language sql return current_date;
create procedure booking_v1.use_tenant() language sql as 'select 1';
select results_eq(
    'select f.subject, f.problem from found as f order by f.subject',
    $$
        values
        (
            'function booking.month_of',
            'is there more than once: booking.month_of(), booking.month_of(timestamp with time zone)'
        ),
        (
            'function booking_v1.use_tenant',
            'is there more than once: booking_v1.use_tenant(), booking_v1.use_tenant(text)'
        )
    $$,
    'two are there twice'
);
select booking.record_release(null);
select isnt_empty('select * from found', 'another deployment, which leaves them, does not make it right');

select * from finish();
rollback;
