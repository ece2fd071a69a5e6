begin;
select plan(2);
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
set enable_bitmapscan = off -- as the callers do
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

select matches(pg_temp.plan_of_taken(), 'claim_pkey', 'with statistics or without');
select doesnt_match(pg_temp.plan_of_taken(), 'claim_no_overlap', 'not by the index of the constraint');

select * from finish();
rollback;
