-- Requests as the door counts them; included after shop.sql.

create procedure pg_temp.come_as(p_role text, p_subject text default null, p_address text default null)
language plpgsql
as $procedure$
begin
    perform set_config(
        'request.jwt.claims', json_strip_nulls(json_build_object('role', p_role, 'sub', p_subject))::text, true
    );
    perform set_config('booking.client_address', coalesce(p_address, ''), true);
end
$procedure$;

comment on procedure pg_temp.come_as(text, text, text) is 'Requests from here on are theirs.';

create function pg_temp.passes(p_requests integer)
returns integer
language plpgsql
volatile
as $function$
declare
    v_passed integer := 0;
begin
    for v_request in 1..p_requests loop
        begin
            perform booking_v1.check_request();
            v_passed := v_passed + 1;
        exception when sqlstate 'PT429' then
            null;
        end;
    end loop;
    return v_passed;
end
$function$;

comment on function pg_temp.passes(integer) is 'How many of so many requests pass.';
