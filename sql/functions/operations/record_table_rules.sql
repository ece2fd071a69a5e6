-- The end of every deployment, which makes the policies anew. The rest it only makes the first time, and changes by
-- migrations: recorded at any other time, what somebody had dropped would no longer be missed. Writes table_rule.
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
    delete from booking.table_rule as r where v_is_new or r.kind = 'policy';
    insert into booking.table_rule (kind, table_name, name, statement)
    select r.kind, r.table_name, r.name, r.statement
    from booking.table_rules() as r
    where v_is_new or r.kind = 'policy';
end
$function$;

comment on function booking.record_table_rules() is 'Notes the rules of the tables as they are, for the doctor.';
