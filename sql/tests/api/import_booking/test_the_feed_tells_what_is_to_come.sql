begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
create temporary table seen (position bigint) on commit drop;
insert into seen values (0);

create function pg_temp.news()
returns setof text
language plpgsql
volatile
as $function$
declare
    v_after bigint := (select max(s.position) from seen as s);
begin
    perform booking.dispatch_events();
    return query
    select concat_ws(' ', f.kind, f.change, to_char(f.starts_at, 'MM-DD HH24:MI'), f.version)
    from booking_v1.feed(v_after) as f
    order by f.position;
    insert into seen select p.position from booking_v1.feed_position() as p;
end
$function$;

call pg_temp.have_brought('past', '2020-06-08T08:00Z');
call pg_temp.have_brought('cancelled', '2026-06-08T12:00Z', 'cancelled');
call pg_temp.have_brought('to come', '2026-06-08T08:00Z');
select results_eq(
    'select * from pg_temp.news()',
    $$
        values
        ('booking imported 06-08 12:00 1'),
        ('availability taken 06-08 08:00'),
        ('booking imported 06-08 08:00 1')
    $$,
    'not what is over'
);
call pg_temp.have_brought('to come', '2026-06-08T09:00Z');
select results_eq(
    'select * from pg_temp.news()',
    $$
        values
        ('availability free 06-08 08:00'),
        ('availability taken 06-08 09:00'),
        ('booking imported 06-08 09:00 2')
    $$,
    'what was moved there'
);
call pg_temp.have_brought('to come', '2026-06-08T09:00Z', 'cancelled');
select results_eq(
    'select * from pg_temp.news()',
    $$ values ('availability free 06-08 09:00'), ('booking imported 06-08 09:00 3') $$,
    'what was cancelled there'
);

select * from finish();
rollback;
