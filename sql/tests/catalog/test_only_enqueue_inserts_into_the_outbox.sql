begin;
select plan(2);

create temporary view writers as
    select p.proname::text as name
    from pg_catalog.pg_proc as p
    where
        p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace)
        and p.prosrc ~* '(insert|merge)\s+into\s+(booking\.)?outbox\y';

select bag_eq('select w.name from writers as w', $$ values ('enqueue') $$, 'there is one way in');
create function booking.smuggle() returns void language sql volatile
as 'insert into booking.outbox (tenant_id) values (null)';
select bag_eq(
    'select w.name from writers as w', $$ values ('enqueue'), ('smuggle') $$, 'another would be seen'
);

select * from finish();
rollback;
