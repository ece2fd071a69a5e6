begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/requests.sql
select plan(4);
call pg_temp.make_shop(p_now => '2026-06-01T05:00:00Z');
call pg_temp.set_policy('rate_limit_per_actor_per_minute', '2');
call pg_temp.set_policy('rate_limit_per_actor_burst', '1');
call pg_temp.come_as('authenticated', 'somebody');

create function pg_temp.answer_of_the_door()
returns text
language plpgsql
volatile
as $function$
declare
    v_message text;
    v_detail text;
begin
    perform booking_v1.check_request();
    return 'passed';
exception
    when sqlstate 'PT429' then
        get stacked diagnostics v_message = message_text, v_detail = pg_exception_detail;
        return concat_ws(' ', v_message, v_detail::jsonb ->> 'retry_after');
    when sqlstate 'PGRST' then
        get stacked diagnostics v_message = message_text, v_detail = pg_exception_detail;
        return concat_ws(' ', v_message::jsonb ->> 'code', v_detail);
end
$function$;

select is(pg_temp.answer_of_the_door(), 'passed', 'the first passes');
set local booking.now = '2026-06-01T05:00:04.5Z';
select is(pg_temp.answer_of_the_door(), 'rate_limited 26', 'whole seconds, rounded up');
set local booking.now = '2026-06-01T05:00:29.9Z';
select is(pg_temp.answer_of_the_door(), 'rate_limited 1', 'and never 0');
select set_config('request.method', 'POST', true);
select is(
    pg_temp.answer_of_the_door(), 'rate_limited {"status": 429, "headers": {"Retry-After": "1"}}',
    'in an HTTP request as 429 with Retry-After'
);

select * from finish();
rollback;
