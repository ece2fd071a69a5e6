begin;
select plan(21);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create function pg_temp.error_with(p_subject text, p_text_body text, p_html_body text default null)
returns text
language sql
as $function$
    select pg_temp.error_of(format(
        'select booking_v1.upsert_message_template(''reminder'', ''en'', %L, %L, %L)',
        p_subject, p_text_body, p_html_body
    ))
$function$;

select is(pg_temp.error_with('Cut', 'At {{ when }}', '<b>{{when}}</b>'), 'no error', 'all is well');
select is(pg_temp.error_with('Cut {{ whem }}', 'x'), '400 invalid_argument p_subject', 'a name there is not');
select is(pg_temp.error_with('Cut', '{{ previous_when }}'), '400 invalid_argument p_text_body', 'a name of another kind');
select is(pg_temp.error_with('Cut', 'x', '{{ x }}'), '400 invalid_argument p_html_body', 'in HTML');
select is(pg_temp.error_with('Cut', '{{ when'), '400 invalid_argument p_text_body', 'braces that do not close');
select is(pg_temp.error_with('Cut', 'when }}'), '400 invalid_argument p_text_body', 'braces that do not open');
select is(pg_temp.error_with('Cut', '{{ when|upper }}'), '400 invalid_argument p_text_body', 'a filter');
select is(pg_temp.error_with('Cut', '{{ when.year }}'), '400 invalid_argument p_text_body', 'an attribute');
select is(pg_temp.error_with('Cut', '{{ 1 + 1 }}'), '400 invalid_argument p_text_body', 'an expression');
select is(pg_temp.error_with('Cut', '{% raw %} {when} }'), 'no error', 'single braces are text');
select is(pg_temp.error_with(E'Cut\nBcc: x', 'x'), '400 invalid_argument p_subject', 'a subject of two lines');
select is(pg_temp.error_with(repeat('x', 201), 'x'), '400 invalid_argument p_subject', 'a long subject');
select is(pg_temp.error_with('', 'x'), '400 invalid_argument p_subject', 'no subject');
select is(pg_temp.error_with('Cut', E' \n'), '400 invalid_argument p_text_body', 'a blank text');
select is(pg_temp.error_with('Cut', repeat('x', 20001)), '400 invalid_argument p_text_body', 'a long text');
select is(pg_temp.error_with('Cut', E'a\x01b'), '400 invalid_argument p_text_body', 'a control character');
select is(
    pg_temp.error_of($$ select booking_v1.upsert_message_template('reminders', 'en', 'x', 'x') $$),
    '400 invalid_argument p_kind', 'a kind there is not'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_message_template('reminder', 'German', 'x', 'x') $$),
    '400 invalid_argument p_language', 'a language there is not'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_message_template('reminder', 'en', null, 'x', p_channel => 'fax') $$),
    '400 invalid_argument p_channel', 'a channel there is not'
);
select is(
    pg_temp.error_of($$ select booking_v1.upsert_message_template('reminder', 'en', 'Cut', 'x', p_channel => 'sms') $$),
    '400 invalid_argument p_subject', 'a subject of what has none'
);
select is(pg_temp.error_with('Cut', 'x', repeat('x', 100001)), '400 invalid_argument p_html_body', 'long HTML');

select * from finish();
rollback;
