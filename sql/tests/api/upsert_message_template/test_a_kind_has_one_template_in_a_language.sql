begin;
select plan(4);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$ select booking_v1.upsert_message_template('reminder', 'en', 'First', 'x', '<p>x</p>') $$);
call pg_temp.run($$ select booking_v1.upsert_message_template('reminder', 'en', 'Second', 'y') $$);

select results_eq(
    $$
        select t.subject, t.text_body, t.html_body
        from booking_v1.list_message_templates('reminder') as t
        where t.message_template_id is not null
    $$,
    $$ values ('Second', 'y', null::text) $$, 'the second replaces the first, whole'
);
call pg_temp.run($$
    select booking_v1.upsert_message_template(
        'reminder', 'fr', 'Rappel', 'x', p_message_template_id => pg_temp.id('French')
    )
$$);
select is(
    pg_temp.error_of($$
        select booking_v1.upsert_message_template(
            'reminder', 'en', 'Third', 'x', p_message_template_id => pg_temp.id('French')
        )
    $$),
    '400 invalid_argument p_language', 'another can''t become it'
);
select lives_ok(
    $$
        select booking_v1.upsert_message_template(
            'reminder', 'fr-CA', 'Rappel', 'x', p_message_template_id => pg_temp.id('French')
        )
    $$,
    'it can become what there is not'
);
select is(
    (select p.subject from booking_v1.preview_message('reminder', 'en-GB') as p), 'Second', 'it is in force'
);

select * from finish();
rollback;
