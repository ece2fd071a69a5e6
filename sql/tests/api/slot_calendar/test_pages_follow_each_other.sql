begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
create function pg_temp.page(p_limit integer, p_after timestamptz default null)
returns timestamptz[]
language sql
stable
as $function$
    select array(
        select c.starts_at
        from booking_v1.slot_calendar(
            pg_temp.id('Cut'), '2026-06-08', '2026-06-16', p_limit => p_limit, p_after => p_after
        ) as c
    )
$function$;

create temporary table page on commit drop as select pg_temp.page(10000) as whole, pg_temp.page(5) as first;
select cmp_ok(cardinality(p.whole), '>', 10, 'there are more than a page') from page as p;
select is(p.first, p.whole[1:5], 'a page is the first of them') from page as p;
select is(pg_temp.page(10000, p.first[5]), p.whole[6:], 'the next begins after it, and is the rest') from page as p;
select is(pg_temp.page(5, p.whole[cardinality(p.whole)]), '{}', 'after the last there is none') from page as p;

select * from finish();
rollback;
