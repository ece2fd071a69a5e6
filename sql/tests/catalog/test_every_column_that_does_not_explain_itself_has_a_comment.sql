begin;
select plan(2);

-- Ids and these names say what they mean, or the table's comment does.
create temporary view bare as
    select a.attrelid::regclass, a.attname
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    where
        c.relnamespace = 'booking'::regnamespace
        and c.relkind in ('r', 'p')
        and a.attnum > 0
        and not a.attisdropped
        and a.attname !~ '_id$'
        and a.attname not in (
            'name', 'code', 'policy_name', 'description', 'reason', 'notes', 'email', 'phone', 'is_active',
            'start_time', 'end_time', 'created_at', 'applied_at', 'deployed_at'
        )
        and pg_catalog.col_description(a.attrelid, a.attnum) is null;

select is_empty('select * from bare', 'no other is without one');
alter table booking.tenant add column colour text;
select isnt_empty('select * from bare', 'a bare one would be seen');

select * from finish();
rollback;
