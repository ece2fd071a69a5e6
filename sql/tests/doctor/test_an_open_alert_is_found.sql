begin;
select plan(3);
update booking.alert as a set resolved_at = booking.now() where a.resolved_at is null;
select booking.raise_alert(p_source => 'pgtap', p_code => x.code, p_message => 'it is so')::text
from unnest('{behind,dead,failed,late,tenant_failed,time_zone_conflict,webhook_disabled,else}'::text[]) as x (code);

select results_eq(
    $$
        select split_part(d.problem, ': ', 2) from booking.doctor() as d
        where (d.check_name, d.subject) = ('find_open_alerts', 'pgtap')
        order by 1
    $$,
    array['behind', 'else', 'tenant_failed', 'time_zone_conflict', 'webhook_disabled'],
    'but for those that other checks tell'
);
select is(count(distinct f.remedy), 5::bigint, 'each with its own remedy') from booking.find_open_alerts() as f;
select booking.resolve_alert(p_source => 'pgtap', p_code => x.code)
from unnest('{behind,else,tenant_failed,time_zone_conflict,webhook_disabled}'::text[]) as x (code);
select is_empty('select from booking.find_open_alerts()', 'until it is resolved');

select * from finish();
rollback;
