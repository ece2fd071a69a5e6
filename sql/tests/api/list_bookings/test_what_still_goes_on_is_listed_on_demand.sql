begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}');
call pg_temp.have_booking('nine', '2026-06-08T09:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('night', '2026-06-08T10:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('long', '2026-06-08T11:00Z', pg_temp.id('Eve'));
call pg_temp.have_booking('later', '2026-06-08T11:00Z', pg_temp.id('Ada'));
update booking.booking as b
set starts_at = '2026-06-07T20:00Z'
where b.booking_id = pg_temp.booking_of('night');
update booking.booking as b
set starts_at = '2026-05-06T11:00Z'
where b.booking_id = pg_temp.booking_of('long');

create function pg_temp.listed(p_from timestamptz, p_with_running boolean)
returns text
language sql
as $function$
    select string_agg(k.key, ' ' order by l.ordinality)
    from booking_v1.list_bookings(p_from => p_from, p_with_running => p_with_running) with ordinality as l
    join unnest('{nine,night,long,later}'::text[]) as k (key) on pg_temp.booking_of(k.key) = l.booking_id
$function$;

select is(pg_temp.listed('2026-06-08T10:15Z', false), 'later', 'a list is of what starts');
select is(
    pg_temp.listed('2026-06-08T10:15Z', true), 'long night later',
    'or of what goes on as well, however long, but not of what is over'
);
select is(pg_temp.listed('2026-06-08T11:00Z', true), 'long later', 'what ends as it begins does not touch it');
select is(pg_temp.listed(null, true), 'long night nine later', 'without a beginning there is nothing before it');
select is(
    (
        select count(*)
        from booking_v1.list_bookings(
            p_from => '2026-06-08T10:15Z', p_to => '2026-06-08T11:00Z', p_with_running => true
        )
    ), 2::bigint, 'and the end is one of starts'
);

select * from finish();
rollback;
