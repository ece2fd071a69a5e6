begin;
select plan(4);

select is(
    booking.resolve_local('2026-10-25 02:30', 'Europe/Berlin'),
    '2026-10-25T00:30Z'::timestamptz, 'the first of the two'
);
select is(
    booking.resolve_local('2026-10-25 02:30', 'Europe/Berlin', 'later'),
    '2026-10-25T01:30Z'::timestamptz, 'the second, if asked for'
);
select is(
    booking.resolve_local('2026-04-05 01:45', 'Australia/Lord_Howe'),
    '2026-04-04T14:45Z'::timestamptz, 'where half an hour is repeated, too'
);
select is(
    booking.resolve_local('2026-04-05 01:45', 'Australia/Lord_Howe', 'later'),
    '2026-04-04T15:15Z'::timestamptz, 'and its second pass'
);

select * from finish();
rollback;
