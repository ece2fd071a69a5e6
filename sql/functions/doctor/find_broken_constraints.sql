create or replace function booking.find_broken_constraints()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_broken_constraints', null::uuid, 'constraint ' || c.conname, 'was never validated',
        format('alter table %s validate constraint %I', c.conrelid::regclass, c.conname)
    from pg_catalog.pg_constraint as c
    where c.connamespace = 'booking'::regnamespace and not c.convalidated
    union all
    select
        'find_broken_constraints', null, 'index ' || i.indexrelid::regclass, 'is not valid, so it holds nothing',
        format('reindex index %s', i.indexrelid::regclass)
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as t on t.oid = i.indrelid and t.relnamespace = 'booking'::regnamespace
    where not (i.indisvalid and i.indisready)
    union all
    select
        'find_broken_constraints', null, 'constraint claim_no_overlap', 'is missing: double bookings are possible',
        'Take the statement from sql/schema/booking.sql, at once; then see find_overlaps.'
    where not exists (
        select
        from pg_catalog.pg_constraint as c
        where
            c.conrelid = 'booking.claim'::regclass and c.conname = 'claim_no_overlap' and c.contype = 'x'
            and not c.condeferrable
    )
    union all
    select
        'find_broken_constraints', null, 'table ' || t.oid::regclass, 'has foreign keys that are switched off',
        format('alter table %s enable trigger all', t.oid::regclass)
    from pg_catalog.pg_class as t
    where
        t.relnamespace = 'booking'::regnamespace
        and exists (
            select
            from pg_catalog.pg_trigger as g
            where g.tgrelid = t.oid and g.tgisinternal and g.tgenabled = 'D'
        )
$function$;

comment on function booking.find_broken_constraints() is 'Rules of tables that hold nothing.';
