-- The end of every deployment. A deployment makes policies, owners and grants anew, so these are recorded each time.
-- The rest is made by the first deployment and changed by migrations, so it is recorded only then: at any other time,
-- what somebody has dropped would be recorded as gone, and no longer missed. What was granted to the administrator's
-- own roles stays, and counts as deployed. Writes table_rule.
create or replace function booking.record_table_rules()
returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_is_new boolean := not exists (select from booking.table_rule)
        or exists (select from booking.migration as m where m.applied_at = now());
begin
    delete from booking.table_rule as r where v_is_new or r.kind in ('policy', 'owner', 'right');
    insert into booking.table_rule (kind, object_name, name, statement)
    select r.kind, r.object_name, r.name, r.statement
    from booking.table_rules() as r
    where v_is_new or r.kind = 'policy'
    union all
    select o.kind, o.object_name, o.name, o.statement
    from booking.object_rights() as o;
end
$function$;

comment on function booking.record_table_rules() is 'Notes rules and rights as they are, for the doctor.';
