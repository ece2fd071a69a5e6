begin;
\ir ../helpers/shop.sql
select plan(4);
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');

-- of one tenant more than can be done, and two things of each other
create table booking.pgtap_to_do as
select t.tenant_id, case row_number() over (order by t.tenant_id) when 1 then 1000000 else 2 end as count
from booking.tenant as t;
alter table booking.pgtap_to_do owner to booking_engine;
create function booking.pgtap_of_each(p_tenant_id uuid, p_most integer)
returns integer
language plpgsql
volatile
as $function$
declare
    v_count integer;
begin
    select least(d.count, p_most) into v_count from booking.pgtap_to_do as d where d.tenant_id = p_tenant_id;
    update booking.pgtap_to_do as d set count = d.count - v_count where d.tenant_id = p_tenant_id;
    return v_count;
end
$function$;

select is(booking.run_in_tenants('pgtap_of_each', 100), 100, 'a run does all it may');
select is(max(d.count), 1000000 - 100 + 2 * (count(*)::integer - 1), 'of who has much to do, what others leave')
from booking.pgtap_to_do as d;
select is(count(*), 1::bigint, 'and all that the others have') from booking.pgtap_to_do as d where d.count > 0;
select is(booking.run_in_tenants('pgtap_of_each', 100), 100, 'the next goes on');

select * from finish();
rollback;
