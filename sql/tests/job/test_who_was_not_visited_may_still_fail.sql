begin;
\ir ../helpers/shop.sql
select plan(4);
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');

create function booking.pgtap_of_each(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
as $function$
begin
    if p_tenant_id::text = current_setting('pgtap.fails_for') then
        raise exception 'it broke';
    end if;
    return 1;
end
$function$;
create function pg_temp.is_open()
returns boolean
language sql
volatile
as $function$
    select exists (select from booking.open_alerts() as a where a.code = 'tenant_failed')
$function$;

select set_config('pgtap.fails_for', max(t.tenant_id::text), true) from booking.tenant as t; -- it comes last
select booking.run_in_tenants('pgtap_of_each', 100000)::text;
select ok(pg_temp.is_open(), 'it failed for one');
set local booking.now = '2026-06-01T05:01Z';
select is(booking.run_in_tenants('pgtap_of_each', 1), 1, 'a later run has enough to do before it comes there');
select ok(pg_temp.is_open(), 'and says nothing of that one');
select is(a.count, 1, 'where it never came') from booking.open_alerts() as a where a.code = 'tenant_failed';

select * from finish();
rollback;
