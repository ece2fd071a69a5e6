begin;
select plan(4);

-- An id made for this tenant by running PostgreSQL's own hash of ids backwards, and which number it comes to there.
select is(
    uuid_hash_extended(
        '4c8ab4e1-fe4a-959b-20fa-98b778563412', uuid_hash_extended('10000000-0000-4000-8000-000000000001', 0)
    ),
    booking.dispatch_lock(), 'a hash for tables can be aimed at the dispatcher''s lock'
);
select isnt(
    booking.resource_lock('10000000-0000-4000-8000-000000000001', '4c8ab4e1-fe4a-959b-20fa-98b778563412'),
    booking.dispatch_lock(), 'the lock of a resource can not'
);
select isnt(
    booking.lock_key(
        '10000000-0000-4000-8000-000000000001', uuid_send('4c8ab4e1-fe4a-959b-20fa-98b778563412')
    ),
    booking.dispatch_lock(), 'nor that of a service'
);
select is(
    (
        select count(distinct k.key)
        from unnest(array['', '\x00', '\x01', '\x10000000000040008000000000000001']::bytea[]) as p (part)
        cross join unnest(array[
            '10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002'
        ]::uuid[]) as t (tenant_id)
        cross join lateral booking.lock_key(t.tenant_id, p.part) as k (key)
    ),
    8::bigint, 'tenants, their resources and their services have each their own'
);

select * from finish();
rollback;
