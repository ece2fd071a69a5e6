begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.claim (tenant_id, resource_id, unit, starts_at, ends_at, booking_id)
select
    r.tenant_id, r.resource_id, 1, '2030-01-01'::timestamptz + n.number * interval '1 hour',
    '2030-01-01'::timestamptz + n.number * interval '1 hour' + interval '30 min', gen_random_uuid()
from booking.resource as r
cross join generate_series(1, 3000) as n (number)
where r.tenant_id = pg_temp.id('shop');

prepare taken (uuid, uuid, integer, tstzrange) as
select from booking.claims($1, $2, $3, $4);
create function pg_temp.plan_of_taken() returns text language plpgsql
set plan_cache_mode = force_generic_plan
as $function$
declare
    v_line text;
    v_plan text := '';
begin
    for v_line in
        execute $$ explain (costs off)
            execute taken (pg_temp.id('shop'), pg_temp.id('Ada'), 1, '[2030-02-01, 2030-02-02)') $$
    loop
        v_plan := v_plan || v_line || E'\n';
    end loop;
    return v_plan;
end
$function$;

create function pg_temp.by_the_primary_key(p_when text) returns setof text language sql
as $function$
    -- what lies in the window, and the first that ends after it: no line of the plan but these reads a table
    select results_eq(
        $$
            select (regexp_matches(
                pg_temp.plan_of_taken(),
                'Scan using (\w+ on claim \w)\s*Index Cond: [^\n]*\(unit = \$3\) AND (\(ends_at [^\n]*)\)\n', 'g'
            ))::text
        $$,
        array[
            '{"claim_pkey on claim k","(ends_at > lower($4)) AND (ends_at <= upper($4))"}',
            '{"claim_pkey on claim c","(ends_at > upper($4))"}'
        ],
        p_when
    )
    union all
    select doesnt_match(pg_temp.plan_of_taken(), 'Seq Scan|Bitmap|Sort', p_when)
$function$;

-- What the planner knows depends on when the table was last vacuumed and analyzed.
delete from pg_statistic where starelid = 'booking.claim'::regclass;
update pg_class set relpages = 0, reltuples = -1 where oid = 'booking.claim'::regclass;
select pg_temp.by_the_primary_key('without statistics');
analyze booking.claim;
select pg_temp.by_the_primary_key('with statistics');

select * from finish();
rollback;
