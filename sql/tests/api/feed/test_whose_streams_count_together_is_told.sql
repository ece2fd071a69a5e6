begin;
select plan(6);
\ir ../../helpers/shop.sql

call pg_temp.make_shop();

create function pg_temp.caller(p_role text, p_subject text, p_address text)
returns text
language plpgsql
as $function$
declare
    v_caller text;
begin
    perform set_config('request.jwt.claims', json_strip_nulls(json_build_object('sub', p_subject))::text, true);
    perform set_config('booking.client_address', p_address, true);
    perform set_config('role', p_role, true);
    select p.caller into v_caller from booking_v1.feed_position() as p;
    reset role;
    return v_caller;
end
$function$;

do $$ begin perform booking_v1.upsert_membership('ada', 'owner'); end $$;
select is(pg_temp.caller('anon', null, '192.0.2.1'), '192.0.2.1', 'those of a visitor''s address');
select is(pg_temp.caller('anon', null, '2001:db8:1:2:3::4'), '2001:db8:1:2::/64', 'as rate limits take it');
select is(pg_temp.caller('anon', null, ''), null, 'if anybody says it');
select is(pg_temp.caller('authenticated', 'zoe', '192.0.2.1'), 'zoe', 'those of a customer, wherever they are');
select is(pg_temp.caller('authenticated', 'ada', '192.0.2.1'), 'ada', 'and of a member');
select is(pg_temp.caller('service_role', null, '192.0.2.1'), null, 'an application acts for many');

select * from finish();
rollback;
