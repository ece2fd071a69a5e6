begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

call pg_temp.have_booking('first', '2026-06-08T14:00Z');
insert into booking.time_off (tenant_id, resource_id, starts_local, ends_local)
values (pg_temp.id('shop'), pg_temp.id('Ada'), '2026-06-08 12:00', '2026-06-08 16:00');
create temporary table refused on commit drop as
select o.* from pg_temp.book('2026-06-08T14:00Z') as o;

select is(jsonb_array_length(r.details -> 'alternatives'), 5, 'there are five') from refused as r;
select results_eq(
    $$
        select pg_temp.answer(pg_temp.book((a.slot ->> 'starts_at')::timestamptz))
        from refused as r
        cross join jsonb_array_elements(r.details -> 'alternatives') as a (slot)
    $$,
    $$ select 'completed 200' from generate_series(1, 5) $$,
    'and all of them are to be had'
);

select * from finish();
rollback;
