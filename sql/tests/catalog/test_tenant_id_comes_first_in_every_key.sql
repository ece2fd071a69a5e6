begin;
select plan(3);

-- Keys and unique indexes of tenant data. A slug has to be unique among all tenants.
create temporary view keys_without as
    select i.indexrelid::regclass
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indrelid
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where
        c.relnamespace = 'booking'::regnamespace
        and i.indisunique
        and i.indkey[0] <> a.attnum
        and i.indexrelid::regclass::text <> 'booking.tenant_slug_is_unique';
-- Foreign keys from tenant data to tenant data.
create temporary view references_without as
    select f.conname, f.conrelid::regclass
    from pg_catalog.pg_constraint as f
    join pg_catalog.pg_attribute as a on a.attrelid = f.conrelid and a.attname = 'tenant_id'
    join pg_catalog.pg_attribute as b on b.attrelid = f.confrelid and b.attname = 'tenant_id'
    where
        f.connamespace = 'booking'::regnamespace
        and f.contype = 'f'
        and not (f.conkey[1] = a.attnum and f.confkey[1] = b.attnum);

select is_empty('select * from keys_without', 'in every primary key and unique index');
select is_empty('select * from references_without', 'in every foreign key');
create unique index customer_by_phone on booking.customer (phone);
select isnt_empty('select * from keys_without', 'another unique index would be seen');

select * from finish();
rollback;
