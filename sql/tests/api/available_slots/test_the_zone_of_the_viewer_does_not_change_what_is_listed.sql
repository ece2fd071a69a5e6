begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(
    p_weekdays => '{0}', p_opens => '00:00', p_closes => '00:00', p_now => '2026-03-20T00:00Z'
);

create temporary table listed (zone text, starts_at timestamptz) on commit drop;
do $do$
declare
    v_zone text;
begin
    foreach v_zone in array array['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu']
    loop
        perform set_config('timezone', v_zone, true);
        insert into listed (zone, starts_at)
        select v_zone, s.starts_at
        from pg_temp.starts('2026-03-28T00:00Z', '2026-03-30T00:00Z') as s (starts_at);
    end loop;
end
$do$;

select is(count(*), 4 * 23::bigint, 'the 23 hours of that Sunday, for each viewer') from listed;
select is_empty(
    $$
        select l.starts_at
        from listed as l group by l.starts_at having count(distinct l.zone) <> 4
    $$,
    'each viewer sees the same instants'
);

select * from finish();
rollback;
