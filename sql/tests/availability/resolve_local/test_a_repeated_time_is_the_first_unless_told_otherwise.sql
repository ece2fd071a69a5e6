begin;
select plan(2);

select is(
    booking.resolve_local(
        p_local => '2026-10-25 02:30',
        p_time_zone => 'Europe/Berlin'
    ),
    '2026-10-25T00:30Z'::timestamptz,
    'the first of the two'
);
select is(
    booking.resolve_local(
        p_local => '2026-10-25 02:30',
        p_time_zone => 'Europe/Berlin',
        p_disambiguation => 'later'
    ),
    '2026-10-25T01:30Z'::timestamptz,
    'the second, if asked for'
);

select * from finish();
rollback;
