begin;
select plan(1);

select is(
    booking.resolve_local(
        p_local => '2026-03-29 02:30',
        p_time_zone => 'Europe/Berlin'
    ),
    '2026-03-29T01:30Z'::timestamptz,
    '02:30 becomes 03:30 in summer time'
);

select * from finish();
rollback;
