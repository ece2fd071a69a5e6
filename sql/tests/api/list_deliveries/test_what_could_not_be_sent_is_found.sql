begin;
select plan(9);
\ir ../../helpers/shop.sql
\ir ../../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{old}');
call pg_temp.have_leased();
call pg_temp.have_reported('old', 'dead', 'no such address');
set local booking.now = '2026-06-01T06:00Z';
call pg_temp.queue('{new}');
do $do$
begin
    perform booking.enqueue(
        pg_temp.id('shop'),
        array[('event', 'e', '{}', null), ('test', 'about', jsonb_build_object('booking_id', pg_temp.id('x')), null)]
        ::booking.effect[]
    );
end
$do$;

create temporary view listed as
    select o.key, d.delivery_id, d.status, d.booking_id, d.due_at, d.error
    from booking_v1.list_deliveries() with ordinality as d
    join booking.outbox as o on o.outbox_id = d.delivery_id
    order by d.ordinality;

select bag_eq('select l.key from listed as l', $$ values ('old'), ('new'), ('about') $$, 'deliveries, no events');
select is((select l.key from listed as l offset 2), 'old', 'latest first');
select results_eq(
    $$ select d.status, d.attempt_count, d.error, d.due_at from booking_v1.list_deliveries(p_status => 'dead') as d $$,
    $$ values ('dead', 1, 'no such address', null::timestamptz) $$, 'those that were given up, and why'
);
select results_eq(
    $$ select d.booking_id from booking_v1.list_deliveries(p_booking_id => pg_temp.id('x')) as d $$,
    $$ values (pg_temp.id('x')) $$, 'those about a booking'
);
select results_eq(
    $$
        select o.key
        from booking_v1.list_deliveries(
            p_limit => 2, p_after => (select l.delivery_id from listed as l offset 1 limit 1)
        ) as d
        join booking.outbox as o on o.outbox_id = d.delivery_id
    $$,
    $$ values ('old') $$, 'a page after the other'
);
select throws_ok(
    $$ select * from booking_v1.list_deliveries(p_status => 'lost') $$, 'PT400', 'invalid_argument', 'of known states'
);
select is((select l.due_at from listed as l where l.key = 'new'), '2026-06-01T06:00Z', 'when those that wait are due');
select is_empty($$ select from booking_v1.list_deliveries(p_kind => 'email') $$, 'those of a kind');
select throws_ok(
    $$ select from booking_v1.list_deliveries(p_after => pg_temp.id('none')) $$, 'PT400', 'invalid_argument',
    'after one that is there'
);

select * from finish();
rollback;
