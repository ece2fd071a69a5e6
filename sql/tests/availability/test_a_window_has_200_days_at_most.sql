begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of_call(f.name, format(f.arguments, '2026-06-08T00:00Z', w.ends_at)), w.error,
    f.name || ' until ' || w.ends_at
)
from (
    values
    ('available_slots', $$ pg_temp.id('Cut'), %L, %L $$), ('slot_calendar', $$ pg_temp.id('Cut'), %L, %L $$),
    ('find_common_slots', $$ array[pg_temp.id('Ada')], 1, %L, %L, '01:00' $$)
) as f (name, arguments)
cross join (
    values ('2026-12-25T00:00Z', 'no error'), ('2026-12-25T00:00:01Z', '400 invalid_argument p_to')
) as w (ends_at, error);

select * from finish();
rollback;
