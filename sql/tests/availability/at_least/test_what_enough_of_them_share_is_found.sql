begin;
select plan(6);

create temporary table person as
select array[
    tstzmultirange '{[2026-06-01 09:00Z, 2026-06-01 12:00Z], [2026-06-01 15:00Z, 2026-06-01 16:00Z]}',
    tstzmultirange '{[2026-06-01 10:00Z, 2026-06-01 13:00Z]}',
    tstzmultirange '{[2026-06-01 12:00Z, 2026-06-01 15:00Z]}'
] as starts;

select is(
    (select booking.at_least(p.starts, 1) from person as p),
    tstzmultirange '{[2026-06-01 09:00Z, 2026-06-01 16:00Z]}', 'one of three: all that any has'
);
select is(
    (select booking.at_least(p.starts, 2) from person as p),
    tstzmultirange '{[2026-06-01 10:00Z, 2026-06-01 13:00Z], [2026-06-01 15:00Z, 2026-06-01 15:00Z]}',
    'two of three, an instant in which one leaves and one comes included'
);
select is(
    (select booking.at_least(p.starts, 3) from person as p),
    tstzmultirange '{[2026-06-01 12:00Z, 2026-06-01 12:00Z]}', 'all three at noon'
);
select is(
    (select booking.at_least(p.starts || '{}'::tstzmultirange, 3) from person as p),
    (select booking.at_least(p.starts, 3) from person as p), 'three of four, as of three'
);
select is((select booking.at_least(p.starts, 4) from person as p), null, 'more than there are: none');
select is(booking.at_least('{}', 1), null, 'of nobody: none');

select * from finish();
rollback;
