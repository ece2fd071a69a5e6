begin;
select plan(2);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

prepare claim (timestamptz, timestamptz) as
insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
values (pg_temp.id('shop'), pg_temp.id('Ada'), 1, $1, $2, gen_random_uuid());

execute claim('2026-06-08T08:00Z', '2026-06-08T09:00Z');
select throws_ok(
    $$ execute claim('2026-06-08T08:59Z', '2026-06-08T10:00Z') $$,
    '23P01', null, 'one minute of overlap is refused'
);
select lives_ok(
    $$ execute claim('2026-06-08T09:00Z', '2026-06-08T10:00Z') $$,
    'claims that touch are no overlap'
);
deallocate claim;

select * from finish();
rollback;
