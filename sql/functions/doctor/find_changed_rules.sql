-- An index or a trigger of one's own can be on purpose; silence about it would hide those that are not.
create or replace function booking.find_changed_rules()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_changed_rules', null::uuid, format('%s %s of table %s', r.kind, r.name, r.table_name),
        case when n.name is null then 'is missing' else 'is another than was deployed' end,
        'As it was: ' || r.statement
    from booking.table_rule as r
    left join booking.table_rules() as n on (n.kind, n.table_name, n.name) = (r.kind, r.table_name, r.name)
    where n.statement is distinct from r.statement
    union all
    select
        'find_changed_rules', null, format('%s %s of table %s', n.kind, n.name, n.table_name),
        'was added by hand', 'Find out what it is for. It was made by: ' || n.statement
    from booking.table_rules() as n
    where
        not exists (
            select
            from booking.table_rule as r
            where (r.kind, r.table_name, r.name) = (n.kind, n.table_name, n.name)
        )
$function$;

comment on function booking.find_changed_rules() is
'Constraints, indexes, policies and triggers that were not deployed so.';
