begin;
select plan(3);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, email, subject, created_at)
values
(pg_temp.id('shop'), pg_temp.id('account'), 'Zoe', 'zoe@example.org', 'zoe', booking.now()),
(pg_temp.id('shop'), pg_temp.id('guest'), 'Zoe', 'zoe@example.org', null, booking.now()),
(pg_temp.id('shop'), pg_temp.id('other'), 'Yan', 'yan@example.org', null, booking.now());

create function pg_temp.added(p_role text, p_subject text)
returns uuid
language plpgsql
as $function$
declare
    v_actor booking.actor;
begin
    v_actor.role := p_role;
    v_actor.subject := p_subject;
    return booking.add_customer(
        p_tenant_id => pg_temp.id('shop'), p_actor => v_actor, p_name => 'Zoe', p_email => 'Zoe@example.org',
        p_phone => null
    );
end
$function$;

select is(pg_temp.added('visitor', null), pg_temp.id('guest'), 'a guest by the address');
select is(pg_temp.added('customer', 'zoe'), pg_temp.id('account'), 'an account by its subject');
select ok(
    pg_temp.added('customer', 'new') <> all(array[pg_temp.id('guest'), pg_temp.id('account')]),
    'another account is somebody else, whatever the address'
);

select * from finish();
rollback;
