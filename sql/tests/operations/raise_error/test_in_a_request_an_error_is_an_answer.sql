begin;
select plan(6);

select throws_ok(
    $$ select booking.raise_error('not_found', 'there is no such thing', '{"argument": "p_id"}') $$,
    'PT404', 'not_found', 'in a session the message is the code'
);

select set_config('request.method', 'POST', true);
select throws_ok(
    $$ select booking.raise_error('not_found', 'there is no such thing', '{"argument": "p_id"}') $$,
    'PGRST', null, 'in a request PostgREST reads the answer from the error'
);

create function pg_temp.raised(p_code text, p_details jsonb default '{}')
returns table (body jsonb, rest jsonb)
language plpgsql
as $function$
declare
    v_message text;
    v_detail text;
begin
    perform booking.raise_error(p_code, 'a reason', p_details);
exception
    when sqlstate 'PGRST' then
        get stacked diagnostics v_message = message_text, v_detail = pg_exception_detail;
        return query select v_message::jsonb, v_detail::jsonb;
end
$function$;

select is(
    (select r.body from pg_temp.raised('not_found', '{"argument": "p_id"}') as r),
    '{"code": "not_found", "message": "a reason", "details": "{\"argument\": \"p_id\"}", "hint": "Check the id."}',
    'the body is that of a refusal, with details as text'
);
select is(
    (select r.body -> 'details' from pg_temp.raised('not_found') as r), 'null',
    'no details are null'
);
select is(
    (select r.rest from pg_temp.raised('not_found') as r), '{"status": 404, "headers": {}}',
    'the status is the one of the code'
);
select is(
    (select r.rest from pg_temp.raised('rate_limited', '{"retry_after": 7}') as r),
    '{"status": 429, "headers": {"Retry-After": "7"}}',
    'seconds to wait become a header'
);

select finish();
rollback;
