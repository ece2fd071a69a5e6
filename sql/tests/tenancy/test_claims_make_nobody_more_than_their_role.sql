begin;
select plan(5);

create function pg_temp.role_of(p_role text, p_claimed text)
returns text
language plpgsql
as $function$
declare
    v_role text;
begin
    perform set_config('request.jwt.claims', coalesce(json_build_object('role', p_claimed)::text, ''), true);
    perform set_config('role', p_role, true);
    v_role := booking.caller_role();
    perform set_config('role', 'none', true);
    return v_role;
end
$function$;

select is(pg_temp.role_of('anon', 'service_role'), 'anon', 'a visitor is one, whatever the claims say');
select is(pg_temp.role_of('authenticated', 'service_role'), 'authenticated', 'and so is who has signed in');
select is(pg_temp.role_of('service_role', 'authenticated'), 'authenticated', 'an application may act for somebody');
select is(pg_temp.role_of('service_role', null), 'service_role', 'or for itself');
select is(pg_temp.role_of('none', null), current_user::text, 'without a token it is who is connected');

select * from finish();
rollback;
