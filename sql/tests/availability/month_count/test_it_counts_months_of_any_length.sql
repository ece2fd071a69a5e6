begin;
select plan(1);

select is_empty(
    $$
        select f.month, n.months
        from generate_series('2000-01-01'::timestamp, '2060-12-01', '1 month') as f (month)
        cross join generate_series(0, 480) as n (months)
        where
            booking.month_count(f.month::date, (f.month + n.months * interval '1 month')::date)
            is distinct from n.months + 1
    $$,
    'as the calendar does, from each month of sixty years on for forty years'
);

select * from finish();
rollback;
