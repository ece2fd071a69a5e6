-- Statements as text: run for what they do, or for what they are refused with.

create procedure pg_temp.run(p_statement text)
language plpgsql
as $procedure$
begin
    execute p_statement;
end
$procedure$;

comment on procedure pg_temp.run(text) is 'Runs what a test stands on; whatever it returns is no assertion.';

create function pg_temp.error_of(p_statement text)
returns text
language plpgsql
as $function$
declare
    v_state text;
    v_code text;
    v_detail text;
begin
    execute p_statement;
    return 'no error';
exception when others then
    get stacked diagnostics
        v_state = returned_sqlstate, v_code = message_text, v_detail = pg_exception_detail;
    if v_state not like 'PT%' then
        return v_state; -- PostgreSQL's own: nothing of ours
    end if;
    return concat_ws(' ', substr(v_state, 3), v_code, v_detail::jsonb ->> 'argument');
end
$function$;

comment on function pg_temp.error_of(text) is
'The error of a statement in a few words: ''400 invalid_argument p_name'', ''404 not_found p_holiday_id''.';

create function pg_temp.error_as(p_role text, p_statement text)
returns text
language plpgsql
as $function$
declare
    v_error text;
begin
    perform set_config('role', p_role, true);
    v_error := pg_temp.error_of(p_statement);
    perform set_config('role', 'none', true);
    return v_error;
end
$function$;

comment on function pg_temp.error_as(text, text) is 'The error of a statement for a role; see error_of.';

create function pg_temp.error_of_call(p_function text, p_arguments text)
returns text
language sql
as $function$
    select pg_temp.error_of(format('select booking_v1.%I(%s)', p_function, p_arguments))
$function$;

comment on function pg_temp.error_of_call(text, text) is
'The error of a call of the contract, as error_of: a table of arguments is a table of errors.';
