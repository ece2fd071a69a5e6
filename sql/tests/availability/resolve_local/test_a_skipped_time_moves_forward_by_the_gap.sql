begin;
select plan(3);

select is(
    booking.resolve_local('2026-03-29 02:30', 'Europe/Berlin'),
    '2026-03-29T01:30Z'::timestamptz, '2:30 becomes 3:30 in summer time'
);
select is(
    booking.resolve_local('2026-10-04 02:15', 'Australia/Lord_Howe'),
    '2026-10-03T15:45Z'::timestamptz, '2:15 becomes 2:45 where half an hour is skipped'
);
select is(
    booking.resolve_local('2011-12-30 12:00', 'Pacific/Apia'),
    '2011-12-30T22:00Z'::timestamptz, 'noon of a skipped day is noon of the next'
);

select * from finish();
rollback;
