begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_opens => '22:00', p_closes => '02:00');
call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '22:00', '02:00') $$);

select isnt_empty(
    $$ select s from pg_temp.starts('2026-06-08T22:00Z', '2026-06-09T00:00Z') as s $$, 'it is open past midnight'
);
call pg_temp.run($$ select booking_v1.upsert_date_override('2026-06-08') $$);
select is_empty(
    $$ select s from pg_temp.starts('2026-06-08T00:00Z', '2026-06-10T00:00Z') as s $$, 'unless it is closed that evening'
);

select * from finish();
rollback;
