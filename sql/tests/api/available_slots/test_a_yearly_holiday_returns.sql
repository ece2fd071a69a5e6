begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.holiday (tenant_id, name, starts_on, ends_on, is_yearly)
values (pg_temp.id('shop'), 'Founding day', '2020-06-08', '2020-06-08', true);

select is_empty(
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-09T00:00Z') as s $$,
    'not on 8 June, six years later'
);
select isnt_empty(
    $$ select s from pg_temp.starts('2026-06-15T00:00Z', '2026-06-16T00:00Z') as s $$,
    'but a week after it'
);

select * from finish();
rollback;
