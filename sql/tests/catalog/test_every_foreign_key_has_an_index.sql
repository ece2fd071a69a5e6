begin;
select plan(2);

-- What a delete of the row that is referred to would have to look through. Reference data are never deleted.
create temporary view unsupported as
    select f.conname, f.conrelid::regclass
    from pg_catalog.pg_constraint as f
    where
        f.connamespace = 'booking'::regnamespace
        and f.contype = 'f'
        and f.confrelid not in (
            'booking.time_zone'::regclass, 'booking.policy_definition'::regclass,
            'booking.notification_kind'::regclass
        )
        and not exists (
            select
            from pg_catalog.pg_index as i
            where
                i.indrelid = f.conrelid
                and i.indpred is null
                -- its first columns are those of the key, in whatever order
                and (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] @> f.conkey
        );

select is_empty('select * from unsupported', 'none is without');
drop index booking.claim_by_booking;
select isnt_empty('select * from unsupported', 'a missing one would be seen');

select * from finish();
rollback;
