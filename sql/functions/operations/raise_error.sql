-- The one way to raise an error of the contract: SQLSTATE PT<http status>, so that PostgREST answers with
-- that status; the message is the stable code.
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
begin
    select e.* into strict v_error from booking.error_code as e where e.code = p_code;
    raise exception '%', p_code using
        errcode = 'PT' || v_error.http_status::text,
        detail = (jsonb_build_object('message', p_message) || p_details)::text,
        hint = coalesce(p_hint, v_error.hint);
end
$function$;

comment on function booking.raise_error(text, text, jsonb, text) is
'Raises an error of the contract. p_hint null: the hint of the code.';
