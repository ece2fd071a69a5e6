begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
create view pg_temp.found as
    select f.remedy, f.subject || ' ' || f.problem as line
    from booking.find_changed_rules() as f
    where f.subject not like '%of sequence%'; -- which goes with its column
select is_empty('select * from found', 'all is as it was deployed');

alter table booking.claim alter column during drop expression; -- and then claim_no_overlap holds nothing
alter table booking.release alter column release_id drop identity;
alter table booking.release alter column deployed_at drop default;
alter table booking.migration alter column applied_at set default '2026-06-08T09:00Z';
alter table booking.customer alter column name set default 'Zoe';
alter table booking.holiday_resource set unlogged;
select bag_eq(
    'select f.line from found as f',
    array[
        'default during of table booking.claim is missing',
        'default release_id of table booking.release is missing',
        'default deployed_at of table booking.release is missing',
        'default applied_at of table booking.migration is another than was deployed',
        'default name of table booking.customer was added by hand',
        'storage of rows of table booking.holiday_resource is another than was deployed'
    ],
    'what is missing, another or added'
);
select bag_eq(
    $$ select f.remedy from found as f where f.line like '%release%' or f.line like '%claim%' or f.line like 'storage%' $$,
    array[
        'As it was: alter table booking.claim add column during tstzrange generated always as '
        '(tstzrange(starts_at, ends_at, ''[)''::text)) stored',
        'As it was: alter table booking.release alter column release_id add generated always as identity',
        'As it was: alter table booking.release alter column deployed_at set default now()',
        'As it was: alter table booking.holiday_resource set logged'
    ],
    'each with what makes it'
);

select * from finish();
rollback;
