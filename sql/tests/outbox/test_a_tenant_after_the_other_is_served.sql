begin;
select plan(1);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql

-- ids in a row, as some applications choose them: a random beginning would always be before the first
create function pg_temp.tenant(p_number integer)
returns uuid
language sql
immutable
return ('00000000-0000-0000-0000-' || lpad(p_number::text, 12, '0'))::uuid;

insert into booking.tenant (tenant_id, slug, name, time_zone)
select pg_temp.tenant(n), 'pgtap-' || n, n::text, 'UTC' from generate_series(1, 3) as n;
insert into booking.outbox (tenant_id, kind, payload, due_at, created_at)
select pg_temp.tenant(n), 'test', '{}', booking.now(), booking.now()
from generate_series(1, 3) as n
cross join generate_series(1, 5);

create function pg_temp.served(p_after integer)
returns uuid
language plpgsql
as $function$
declare
    v_leased record;
begin
    select l.* into v_leased from booking.lease_outbox('{test}', 1, pg_temp.tenant(p_after)) as l;
    perform booking.report_outbox(v_leased.tenant_id, v_leased.outbox_id, v_leased.lease_id, 'done');
    return v_leased.tenant_id;
end
$function$;

select is(
    array[pg_temp.served(1), pg_temp.served(2), pg_temp.served(3), pg_temp.served(1)],
    array[pg_temp.tenant(2), pg_temp.tenant(3), pg_temp.tenant(1), pg_temp.tenant(2)],
    'and round again'
);

select * from finish();
rollback;
