begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.run($$
    select booking_v1.upsert_message_template(
        'reminder', 'en', 'Ours', 'x', p_message_template_id => pg_temp.id('ours')
    )
$$);
call pg_temp.run($$ select booking_v1.delete_message_template(pg_temp.id('ours')) $$);

select matches((select p.subject from booking_v1.preview_message('reminder') as p), '^Reminder: Cut', 'after deleting ours');
select is(
    pg_temp.error_of($$ select booking_v1.delete_message_template(pg_temp.id('ours')) $$),
    '404 not_found p_message_template_id', 'which is gone'
);

select * from finish();
rollback;
