begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.known()
returns text
language sql
volatile
as $function$
    select concat_ws(', ', c.name, c.email, c.phone) from booking.customer as c where c.tenant_id = pg_temp.id('shop')
$function$;

set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
select is(pg_temp.known(), '', 'an account books, and says nothing of itself');
do $$
begin
    perform booking_v1.create_booking(
        'second', pg_temp.id('Cut'), '2026-06-08T09:00Z', p_customer_email => 'zoe@example.org', p_customer_name => 'Zoe'
    );
end $$;
select is(pg_temp.known(), 'Zoe, zoe@example.org', 'what it says later is kept');
do $$
begin
    perform booking_v1.create_booking(
        'third', pg_temp.id('Cut'), '2026-06-08T10:00Z', p_customer_email => 'other@example.org',
        p_customer_phone => '030 1234'
    );
end $$;
select is(pg_temp.known(), 'Zoe, zoe@example.org, 030 1234', 'where it was not known yet');

select * from finish();
rollback;
