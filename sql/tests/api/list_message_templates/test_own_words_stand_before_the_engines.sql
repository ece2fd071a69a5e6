begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_message_template('reminder', 'en', 'Ours', 'x') $$);

select results_eq(
    $$ select t.language, t.subject = 'Ours' from booking_v1.list_message_templates('reminder') as t $$,
    $$ values ('de', false), ('en', true), ('en', false) $$, 'in each language'
);
select ok(
    (select bool_and('previous_when' = any(t.variables)) from booking_v1.list_message_templates('booking_rescheduled') as t)
    and not (select bool_or('previous_when' = any(t.variables)) from booking_v1.list_message_templates('reminder') as t),
    'with what each kind can name'
);

select * from finish();
rollback;
