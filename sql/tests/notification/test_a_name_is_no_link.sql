begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
call pg_temp.have_people();

select set_config('request.jwt.claims', '{"role": "anon"}', true);
select booking_v1.create_booking(
    'a prize for everybody', pg_temp.id('Cut'), '2026-06-08T08:00Z', p_customer_name => 'You won, see https://www.example.com/prize',
    p_customer_email => 'somebody.else@example.org'
);
select set_config('request.jwt.claims', '', true);
select booking.dispatch_events();

create function pg_temp.fact(p_kind text, p_fact text)
returns text
language sql
as $function$
    select booking.email_content(n.tenant_id, o.outbox_id) -> 'facts' ->> p_fact
    from booking.notification as n
    join booking.outbox as o on o.tenant_id = n.tenant_id and o.key = n.notification_id::text
    where n.tenant_id = pg_temp.id('shop') and n.kind = p_kind
$function$;

select is(
    pg_temp.fact('booking_confirmed', 'recipient_name'), 'You won, see https: //www. example. com/prize',
    'not for whoever has the address'
);
select is(
    pg_temp.fact('provider_booked', 'customer_name'), 'You won, see https: //www. example. com/prize',
    'nor for whoever serves'
);
select is(booking.name_in_message('a。example．com｡'), 'a。 example． com｡', 'full stops of other scripts are dots to a browser');
select is(booking.name_in_message('Dr. J.R.R. Tolkien'), 'Dr. J. R. R. Tolkien', 'a name stays readable');

select * from finish();
rollback;
