begin;
select plan(5);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
select results_eq(
    $$
        select p.attempt, min(p.pause) >= p.least, max(p.pause) <= p.most, count(distinct p.pause) > 1
        from (values (1, 5, 10), (2, 7.5, 15), (3, 7.5, 15), (2000000000, 7.5, 15)) as b (attempt, least, most)
        cross join lateral (
            select b.attempt, b.least, b.most, extract(epoch from booking.backoff(k, b.attempt)) as pause
            from booking.outbox_kind as k
            cross join generate_series(1, 100) as n
            where k.kind = 'test' and n > 0
        ) as p
        group by p.attempt, p.least, p.most
        order by p.attempt
    $$,
    $$ values (1, true, true, true), (2, true, true, true), (3, true, true, true), (2000000000, true, true, true) $$,
    'twice as long, up to the longest; drawn from its upper half'
);

call pg_temp.queue('{a}');
call pg_temp.have_leased();
select is(pg_temp.report('a', 'retry', 'timeout'), 'queued', 'an attempt fails');
select is(pg_temp.state('a'), 'queued 1 timeout', 'it is queued again, and says why');
select is(pg_temp.pause('a') between 5 and 10, true, 'not for now');
select is(pg_temp.lease(), '{}', 'so nobody takes it');

select * from finish();
rollback;
