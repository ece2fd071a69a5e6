-- An index, a trigger or a right that somebody added may be there on purpose; it is told all the same, or those that
-- are not would be hidden.
create or replace function booking.find_changed_rules()
returns setof booking.finding
language sql
stable
as $function$
    with present as materialized (
        select t.kind, t.object_name, t.name, t.statement
        from booking.table_rules() as t
        union all
        select o.kind, o.object_name, o.name, o.statement
        from booking.object_rights() as o
    )

    select
        'find_changed_rules', null::uuid, concat_ws(' ', r.kind, nullif(r.name, ''), 'of', r.object_name),
        case when n.name is null then 'is missing' else 'is another than was deployed' end,
        'As it was: ' || r.statement
    from booking.table_rule as r
    left join present as n on (n.kind, n.object_name, n.name) = (r.kind, r.object_name, r.name)
    where n.statement is distinct from r.statement
    union all
    select
        'find_changed_rules', null, concat_ws(' ', n.kind, n.name, 'of', n.object_name),
        'was added by hand', 'Find out what it is for. It was made by: ' || n.statement
    from present as n
    where
        n.kind <> 'owner' -- of something new, which is no rule
        and not exists (
            select
            from booking.table_rule as r
            where (r.kind, r.object_name, r.name) = (n.kind, n.object_name, n.name)
        )
$function$;

comment on function booking.find_changed_rules() is
'Rules of tables, owners and rights that were not deployed so.';
