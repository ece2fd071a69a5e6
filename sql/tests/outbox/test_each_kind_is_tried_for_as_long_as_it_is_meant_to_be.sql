begin;
select plan(1);
select results_eq(
    $$
        select p.kind, p.hours between m.least and m.most
        from (values ('email', 7, 9), ('push', 0.5, 1.5), ('sms', 0.5, 1.5), ('webhook', 66, 78)) as m (kind, least, most)
        join (
            select k.kind, sum(extract(epoch from booking.backoff(k, a.attempt)) / 3600) / 200 as hours
            from booking.outbox_kind as k
            cross join lateral generate_series(1, k.attempts - 1) as a (attempt)
            cross join generate_series(1, 200) as n
            where n > 0
            group by k.kind
        ) as p using (kind)
        order by p.kind
    $$,
    $$ values ('email', true), ('push', true), ('sms', true), ('webhook', true) $$,
    'for a night, for an hour, for three days'
);

select * from finish();
rollback;
