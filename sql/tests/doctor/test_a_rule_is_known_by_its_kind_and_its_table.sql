begin;
select plan(1);
alter table booking.booking add constraint version check (true); -- the name of a column that is not null
alter table booking.customer add constraint booking_ends_after_it_starts check (true);
select bag_eq(
    'select f.subject || '' '' || f.problem from booking.find_changed_rules() as f',
    array[
        'constraint version of table booking.booking was added by hand',
        'constraint booking_ends_after_it_starts of table booking.customer was added by hand'
    ],
    'the name alone is no rule that was deployed'
);

select * from finish();
rollback;
