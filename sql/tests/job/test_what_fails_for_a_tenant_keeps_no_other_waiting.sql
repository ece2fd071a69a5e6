begin;
\ir ../helpers/shop.sql
select plan(6);
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');

create function booking.pgtap_of_each(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
as $function$
begin
    perform booking.raise_alert('pgtap ' || p_tenant_id, 'ran', 'it ran');
    if p_tenant_id::text = current_setting('pgtap.fails_for') then
        raise exception 'it broke' using errcode = 'PB777', detail = 'Ada, +49 30 123';
    end if;
    return 1;
end
$function$;
create function pg_temp.has_run(p_name text)
returns boolean
language sql
stable
as $function$
    select exists (select from booking.alert as a where a.source = 'pgtap ' || pg_temp.id(p_name))
$function$;
create view pg_temp.failed as
    select a.source, a.message, a.resolved_at is null as is_open
    from booking.alert as a
    where a.code = 'tenant_failed';

select set_config('pgtap.fails_for', pg_temp.id('shop')::text, true);
select is(
    booking.run_in_tenants('pgtap_of_each', 100000), (select count(*)::integer - 1 from booking.tenant), 'all others are served'
);
select ok(pg_temp.has_run('other'), 'the other');
select ok(not pg_temp.has_run('shop'), 'and what was done for the one that failed is undone');
select results_eq(
    'table failed', $$ values ('pgtap_of_each of tenant ' || pg_temp.id('shop'), 'PB777: it broke', true) $$,
    'and somebody is told, without details'
);
set local booking.now = '2026-06-01T05:01Z';
select booking.run_in_tenants('pgtap_of_each', 100000)::text;
select results_eq('select f.is_open from failed as f', array[true], 'once');
set local booking.now = '2026-06-01T05:02Z';
set local pgtap.fails_for = '';
select booking.run_in_tenants('pgtap_of_each', 100000)::text;
select results_eq('select f.is_open from failed as f', array[false], 'until it no longer fails');

select * from finish();
rollback;
