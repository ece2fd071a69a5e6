begin;
select plan(5);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
do $do$
begin
    for v_attempt in 1..3 loop
        if pg_temp.lease() <> '{a}' then
            raise exception 'attempt %: %', v_attempt, pg_temp.state('a');
        end if;
        perform set_config('pgtap.status', pg_temp.report('a', 'retry', 'no answer'), true);
        perform set_config('booking.now', (booking.now() + interval '1 hour')::text, true);
    end loop;
end
$do$;

select is(current_setting('pgtap.status'), 'dead', 'the last one hears that it was the last');
select is(pg_temp.state('a'), 'dead 3 no answer', 'three were all');
select is(pg_temp.lease(), '{}', 'it is not tried again');
select results_eq(
    $$
        select a.code, a.message, a.count
        from booking.alert as a
        where a.source = 'outbox test' and a.resolved_at is null
    $$,
    $$ values ('dead', 'a delivery was given up: no answer', 1) $$,
    'and somebody is told'
);
select is(
    (select o.finished_at from booking.outbox as o where o.key = 'a'), '2026-06-01T07:00Z', 'when that was'
);

select * from finish();
rollback;
