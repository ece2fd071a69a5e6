begin;
select plan(8);
\ir ../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Eve}');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('his', '2026-06-08T10:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('theirs', '2026-06-15T08:00Z', pg_temp.id('Ada'));

create procedure pg_temp.change(p_set text)
language plpgsql
as $procedure$
begin
    execute format('update booking.claim set %s where booking_id = $1', p_set) using pg_temp.booking_of('hers');
end
$procedure$;

create view pg_temp.off as
    select f.subject from booking.find_claims_off_their_booking(pg_temp.id('shop')) as f;
create view pg_temp.doubled as
    select f.subject, f.problem from booking.find_overlaps(pg_temp.id('shop')) as f;
call pg_temp.change('ends_at = ends_at - interval ''5 minutes''');
select results_eq('select * from off', array['claim of booking ' || pg_temp.booking_of('hers')], 'it ends too early');
call pg_temp.change(format('ends_at = ends_at + interval ''5 minutes'', resource_id = %L', pg_temp.id('Eve')));
select results_eq('select * from off', array['claim of booking ' || pg_temp.booking_of('hers')], 'it is of somebody else');
select results_eq(
    'select f.subject, f.problem from booking.find_bookings_without_time(pg_temp.id(''shop'')) as f',
    $$ values ('booking ' || pg_temp.booking_of('hers'), 'is live, and its resource ' || pg_temp.id('Ada') || ' is not taken for it') $$,
    'so not of who should'
);
update booking.booking as b set status = 'cancelled' where b.booking_id = pg_temp.booking_of('hers');
select is_empty('select * from off', 'of one that is cancelled, another check tells');
select results_eq(
    'select f.subject from booking.find_stray_claims(pg_temp.id(''shop'')) as f',
    array['claim of booking ' || pg_temp.booking_of('hers')], 'and of that only'
);

set constraints all immediate;
alter table booking.claim drop constraint claim_no_overlap;
-- from eight to eighteen, of another, and of another unit
call pg_temp.change('starts_at = ''2026-06-08T08:00Z'', ends_at = ''2026-06-08T18:00Z''');
select is_empty('select * from doubled', 'two may be busy at the same time');
call pg_temp.change(format('resource_id = %L, unit = 2', pg_temp.id('Ada')));
select is_empty('select * from doubled', 'and two units of one');
call pg_temp.change('unit = 1');
update booking.claim set starts_at = '2026-06-08T12:00Z', ends_at = '2026-06-08T13:00Z'
where booking_id = pg_temp.booking_of('theirs');
select bag_eq(
    'select d.problem from doubled as d',
    array[
        'unit 1 is taken twice at 2026-06-08 10:00:00+00, once by booking ' || pg_temp.booking_of('his'),
        'unit 1 is taken twice at 2026-06-08 12:00:00+00, once by booking ' || pg_temp.booking_of('theirs')
    ],
    'both that lie within the long one'
);

select * from finish();
rollback;
