begin;
select plan(14);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
set local allow_system_table_mods = on;
create view pg_temp.broken as select f.subject, f.problem from booking.find_broken_constraints() as f;
create view pg_temp.open as select f.subject from booking.find_open_tables() as f;

-- what others have in schemas of their own is theirs
create schema elsewhere;
create table elsewhere.claim (tenant_id integer, during int4range, constraint claim_no_overlap exclude using gist (during with &&));
create table elsewhere.part (tenant_id integer, claim_id integer primary key);
create table elsewhere.whole (claim_id integer references elsewhere.part (claim_id));
alter table elsewhere.whole disable trigger all;
alter table elsewhere.claim add constraint small check (tenant_id < 5) not valid;
update pg_catalog.pg_index set indisvalid = false where indrelid = 'elsewhere.part'::regclass;
select is_empty('select * from broken', 'elsewhere is not looked at');
select is_empty('select * from open', 'nor for row security');

update pg_catalog.pg_index set indisvalid = false where indexrelid = 'booking.outbox_due'::regclass;
select results_eq('select b.subject from broken as b', array['index booking.outbox_due'], 'an index that is not valid');
update pg_catalog.pg_index set indisvalid = true, indisready = false where indexrelid = 'booking.outbox_due'::regclass;
select results_eq('select b.subject from broken as b', array['index booking.outbox_due'], 'or not ready');
update pg_catalog.pg_index set indisready = true where indexrelid = 'booking.outbox_due'::regclass;

create function pg_temp.nothing() returns trigger language plpgsql as 'begin return null; end';
create trigger own after insert on booking.tenant execute function pg_temp.nothing();
alter table booking.tenant disable trigger own;
select is_empty('select * from broken', 'a trigger of one''s own that is off holds nothing');
alter table booking.service disable trigger all;
select results_eq('select b.subject from broken as b', array['table booking.service'], 'foreign keys do, each of its table');
alter table booking.service enable trigger all;

alter table booking.claim drop constraint claim_no_overlap;
alter table booking.claim add constraint another exclude using gist (tenant_id with =, resource_id with =, unit with =, during with &&);
select results_eq('select b.subject from broken as b', array['constraint claim_no_overlap'], 'another is not it');
alter table booking.claim add constraint claim_no_overlap check (unit > 0);
select results_eq('select b.subject from broken as b', array['constraint claim_no_overlap'], 'nor is one of its name');
alter table booking.claim drop constraint claim_no_overlap;
alter table booking.claim add constraint claim_no_overlap
exclude using gist (tenant_id with =, resource_id with =, unit with =, during with &&) deferrable;
select results_eq('select b.subject from broken as b', array['constraint claim_no_overlap'], 'nor one that waits');

alter table booking.claim disable row level security;
select results_eq('select * from open', array['table booking.claim'], 'row security that is off');
alter table booking.claim enable row level security;
drop policy tenant_isolation on booking.claim;
select results_eq('select * from open', array['table booking.claim'], 'or has no policy, whatever others have');
create policy tenant_isolation on booking.claim using (tenant_id = booking.current_tenant_id());
select is_empty('select * from open', 'as it was');
create table booking.parts (tenant_id uuid) partition by list (tenant_id);
select results_eq('select * from open', array['table booking.parts'], 'of tables in parts, too');
alter table booking.parts rename to shared;
create table booking.common (tenant_id uuid, common_id uuid);
alter table booking.common drop column tenant_id;
select results_eq('select * from open', array['table booking.shared'], 'and not of what has no tenant any more');

select * from finish();
rollback;
