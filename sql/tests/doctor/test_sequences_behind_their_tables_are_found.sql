begin;
select plan(4);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('his', '2026-06-08T09:00Z');
select booking.dispatch_events()::text;
create view pg_temp.found as
    select d.tenant_id, d.subject
    from booking.doctor() as d
    where d.check_name = 'find_sequences_behind';
select is_empty('select * from found', 'they are where their tables are');

insert into booking.feed_horizon (tenant_id, position) values (pg_temp.id('shop'), 1000000000);
select results_eq(
    'select * from found', $$ values (pg_temp.id('shop'), 'sequence booking.feed_position_seq') $$,
    'positions that somebody may have been told of already'
);
delete from booking.feed_horizon as h where h.tenant_id = pg_temp.id('shop');
insert into booking.feed (tenant_id, position, kind, change, resource_ids, occurred_at, recorded_at)
values (pg_temp.id('shop'), 1000000000, 'availability', 'changed', '{}', booking.now(), booking.now());
select results_eq(
    'select * from found', $$ values (pg_temp.id('shop'), 'sequence booking.feed_position_seq') $$, 'or that are there'
);
delete from booking.feed as f where f.position = 1000000000;
insert into booking.release (release_id, version, functions_hash) overriding system value
values (1000000000, booking.version(), booking.functions_hash());
select results_eq(
    'select * from found', $$ values (null::uuid, 'sequence booking.release_release_id_seq') $$, 'the next release failed'
);

select * from finish();
rollback;
