-- The one way to raise an error of the contract. In a session: SQLSTATE PT<http status>, the message is the
-- stable code, DETAIL a JSON object. In an HTTP request (PostgREST and Flask set request.method): SQLSTATE
-- PGRST, which PostgREST turns into an answer of that status whose code, message, details and hint are those
-- of a refusal; details.retry_after, in seconds, becomes the header Retry-After.
create or replace function booking.raise_error(
    p_code text,
    p_message text,
    p_details jsonb default '{}',
    p_hint text default null
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_error booking.error_code;
    v_hint text;
begin
    select e.* into strict v_error from booking.error_code as e where e.code = p_code;
    v_hint := coalesce(p_hint, v_error.hint);
    if coalesce(current_setting('request.method', true), '') <> '' then
        raise sqlstate 'PGRST' using
            message = jsonb_build_object(
                'code', p_code,
                'message', p_message,
                'details', nullif(p_details, '{}')::text,
                'hint', v_hint
            )::text,
            detail = jsonb_build_object(
                'status', v_error.http_status,
                'headers', jsonb_strip_nulls(jsonb_build_object('Retry-After', p_details ->> 'retry_after'))
            )::text;
    end if;
    raise exception '%', p_code using
        errcode = 'PT' || v_error.http_status::text,
        detail = (jsonb_build_object('message', p_message) || p_details)::text,
        hint = v_hint;
end
$function$;

comment on function booking.raise_error(text, text, jsonb, text) is
'Raises an error of the contract. p_hint null: the hint of the code.';
