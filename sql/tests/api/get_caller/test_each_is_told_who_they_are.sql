begin;
select plan(7);
\ir ../../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada,Bob}');
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'sam', 'staff', booking.now());
insert into booking.membership_resource (tenant_id, subject, resource_id)
values (pg_temp.id('shop'), 'sam', pg_temp.id('Ada'));
insert into booking.customer (tenant_id, customer_id, name, subject)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe');

create function pg_temp.told(p_claims jsonb)
returns jsonb
language plpgsql
as $function$
begin
    perform set_config('request.jwt.claims', p_claims::text, true);
    return jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'role', c.role, 'customer_id', c.customer_id, 'resource_ids', c.resource_ids
    )))
    from booking_v1.get_caller() as c;
end
$function$;

select is(pg_temp.told('{"role": "anon"}'), '[{"role": "visitor"}]', 'visitors are nobody known');
select is(
    pg_temp.told('{"role": "authenticated", "sub": "yan"}'), '[{"role": "customer"}]',
    'who is signed in is a customer, before they booked'
);
select is(
    pg_temp.told('{"role": "authenticated", "sub": "zoe"}'),
    jsonb_build_array(jsonb_build_object('role', 'customer', 'customer_id', pg_temp.id('Zoe'))),
    'and learns their own id then'
);
select is(
    pg_temp.told('{"role": "authenticated", "sub": "sam"}'),
    jsonb_build_array(jsonb_build_object('role', 'staff', 'resource_ids', array[pg_temp.id('Ada')])),
    'members learn what is theirs'
);
select is(pg_temp.told('{"role": "service_role"}'), '[{"role": "service"}]', 'an application is one');

select set_config('request.jwt.claims', '{"role": "anon"}', true);
select row_eq(
    $$ select c.tenant_id, c.tenant_slug, c.tenant_name, c.time_zone, c.language from booking_v1.get_caller() as c $$,
    (
        select row(t.tenant_id, t.slug, t.name, t.time_zone, t.language::text)
        from booking.tenant as t
        where t.tenant_id = pg_temp.id('shop')
    ),
    'a visitor learns whose door it is, and by which clock it opens'
);
select set_config('booking.chosen_tenant', 'nowhere', true);
select throws_ok(
    'select from booking_v1.get_caller()', 'PT401', 'not_authenticated', 'of a tenant that there is not, nothing'
);

select * from finish();
rollback;
