begin;
select plan(5);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
create view pg_temp.found as
    select f.remedy, f.subject || ' ' || f.problem as line
    from booking.find_changed_rules() as f;
select is_empty('select * from found', 'all is as it was deployed');

create role auditor;
grant execute on function booking.new_id() to public;
grant execute on function booking.manage_token(uuid, uuid) to anon, auditor;
grant select (email) on booking.customer to authenticated;
grant create on schema booking to booking_engine with grant option;
grant usage on sequence booking.feed_position_seq to booking_worker;
revoke execute on function booking_v1.create_booking from service_role;
alter function booking.admit owner to booking_owner;
alter table booking.booking owner to booking_engine;
alter schema booking_v1 owner to booking_worker;
select bag_eq(
    $$ select f.line from found as f where f.line not like '% booking_engine of %' and f.line not like '% booking_owner of %' $$,
    array[
        'right public of routine booking.new_id() was added by hand',
        'right anon of routine booking.manage_token(uuid,uuid) was added by hand',
        'right auditor of routine booking.manage_token(uuid,uuid) was added by hand',
        'right authenticated of table booking.customer was added by hand',
        'right booking_worker of sequence booking.feed_position_seq was added by hand',
        (
            select format('right service_role of routine %s is missing', p.oid::regprocedure)
            from pg_catalog.pg_proc as p
            where p.oid = 'booking_v1.create_booking'::regproc
        ),
        (
            select format('owner of routine %s is another than was deployed', p.oid::regprocedure)
            from pg_catalog.pg_proc as p
            where p.oid = 'booking.admit'::regproc
        ),
        'owner of table booking.booking is another than was deployed',
        'owner of schema booking_v1 is another than was deployed'
    ],
    'what somebody may do, or owns, or may no longer do'
);
select set_has(
    'select f.remedy from found as f',
    $$
        values
        ('Find out what it is for. It was made by: grant SELECT (email) on table booking.customer to authenticated'),
        ('As it was: alter table booking.booking owner to booking_owner'),
        ('As it was: grant USAGE on schema booking to booking_engine')
    $$,
    'each with what makes it'
);

select is(booking.record_table_rules()::text, '', 'another deployment');
select is_empty('select * from found', 'goes by what it leaves');

select * from finish();
rollback;
