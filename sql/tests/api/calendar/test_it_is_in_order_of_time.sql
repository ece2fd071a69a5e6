begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('second', '2026-06-15T08:00Z');
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
call pg_temp.have_booking('third', '2026-06-22T08:00Z');
create temporary table made on commit drop as
select f.token from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;

select is(
    array(
        select l.line
        from made as m
        cross join lateral regexp_split_to_table(booking_v1.calendar(m.token), '\r\n') with ordinality as l (line, no)
        where l.line ^@ 'DTSTART'
        order by l.no
    ),
    '{DTSTART:20260608T080000Z,DTSTART:20260615T080000Z,DTSTART:20260622T080000Z}',
    'so that one that did not change is the same text'
);

select * from finish();
rollback;
