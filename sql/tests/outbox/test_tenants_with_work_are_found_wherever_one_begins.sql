begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
do $do$
begin
    for v_number in 1..20 loop
        call pg_temp.make_shop('shop' || v_number, p_people => array['p' || v_number], p_service => 's' || v_number);
        call pg_temp.queue(array['k' || v_number], 'shop' || v_number);
    end loop;
end
$do$;
call pg_temp.queue('{later}', p_due_at => '2026-06-02T05:00Z');

select set_eq(
    $$
        select (select array_agg(w order by w) from booking.tenants_with_work('test', 100 + n * 0) as w)
        from generate_series(1, 50) as n
    $$,
    $$ select array_agg(pg_temp.id('shop' || n) order by pg_temp.id('shop' || n)) from generate_series(1, 20) as n $$,
    'all of them, once, and none whose work is not due'
);
select is((select count(*) from booking.tenants_with_work('test', 7)), 7::bigint, 'or as many as are asked for');
select isnt(
    (
        select count(distinct w)
        from generate_series(1, 50) as n
        cross join lateral booking.tenants_with_work('test', 1 + n * 0) as w
    ),
    1::bigint, 'not always beginning with the same'
);

select * from finish();
rollback;
