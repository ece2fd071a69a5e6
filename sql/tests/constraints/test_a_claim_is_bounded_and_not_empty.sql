begin;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

prepare claim (timestamptz, timestamptz) as
insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
values (pg_temp.id('shop'), pg_temp.id('Ada'), 1, $1, $2, gen_random_uuid());

select throws_ok(
    $$ execute claim('2026-06-08T08:00Z', 'infinity') $$, '23514', null, 'without an end'
);
select throws_ok(
    $$ execute claim('-infinity', '2026-06-08T08:00Z') $$, '23514', null, 'without a beginning'
);
select throws_ok(
    $$ execute claim('2026-06-08T08:00Z', '2026-06-08T08:00Z') $$, '23514', null, 'of no length'
);
select throws_ok(
    $$ execute claim('2026-06-08T08:00Z', null) $$, '23502', null, 'of unknown length'
);
deallocate claim;

select * from finish();
rollback;
