begin;
select plan(5);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'sam', 'staff', booking.now());

create function pg_temp.permitted(p_claims jsonb)
returns jsonb
language plpgsql
as $function$
begin
    perform set_config('request.jwt.claims', p_claims::text, true);
    return c.permissions from booking_v1.get_caller() as c;
end
$function$;

select is(
    pg_temp.permitted('{"role": "anon"}'),
    (select jsonb_object_agg(p.function_name, p.visitor) from booking.permission as p where p.visitor <> 'none'),
    'a visitor is told of what they may call'
);
select is(
    pg_temp.permitted('{"role": "service_role"}'),
    (select jsonb_object_agg(p.function_name, 'all') from booking.permission as p),
    'an application of all that there is'
);
select is(
    pg_temp.permitted('{"role": "authenticated", "sub": "sam"}'),
    (
        select jsonb_object_agg(p.function_name, replace(p.staff, 'policy', 'all'))
        from booking.permission as p
        where p.staff <> 'none'
    ),
    'staff see all bookings, unless the tenant says otherwise'
);
select set_config('request.jwt.claims', '', true);
call pg_temp.set_policy('staff_sees_all_bookings', 'false');
select is(
    pg_temp.permitted('{"role": "authenticated", "sub": "sam"}') ->> 'list_bookings', 'own', 'and where it does, their own'
);
select is(
    pg_temp.permitted('{"role": "authenticated", "sub": "sam"}') ->> 'list_customers', 'all', 'of which it says nothing, all'
);

select * from finish();
rollback;
