begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.set_policy('public_booking', 'true');
call pg_temp.set_policy('calendar_feed_shows_names', 'true');

create procedure pg_temp.books(p_claims text, p_starts_at timestamptz, p_name text, p_email text default null)
language plpgsql
as $procedure$
begin
    perform set_config('request.jwt.claims', p_claims, true);
    perform booking_v1.create_booking(
        'for somebody ' || p_starts_at, pg_temp.id('Cut'), p_starts_at, p_customer_name => p_name, p_customer_email => p_email
    );
    perform set_config('request.jwt.claims', '', true);
end
$procedure$;

create function pg_temp.names()
returns text[]
language sql
volatile
as $function$
    select array_agg(b.customer_name order by b.starts_at) from booking_v1.list_bookings() as b
$function$;

call pg_temp.books('{"role": "anon"}', '2026-06-08T08:00Z', 'Maria Blum', 'blum@example.org');
call pg_temp.books('{"role": "anon"}', '2026-06-08T09:00Z', 'Lena Blum', 'Blum@example.org');
call pg_temp.books('{"role": "anon"}', '2026-06-08T10:00Z', 'maria blum', 'blum@example.org');
call pg_temp.books('{"role": "authenticated", "sub": "ben"}', '2026-06-08T11:00Z', 'Ben');
call pg_temp.books('{"role": "authenticated", "sub": "ben"}', '2026-06-08T12:00Z', 'Tim');
call pg_temp.books('{"role": "authenticated", "sub": "ben"}', '2026-06-08T13:00Z', null);
select is(pg_temp.names(), '{Maria Blum,Lena Blum,Maria Blum,Ben,Tim,Ben}', 'the shop sees who comes');
select is(count(distinct b.customer_id), 2::bigint, 'of two customers')
from booking_v1.list_bookings() as b;
select is(u.customer_id, c.customer_id, 'a customer has another name')
from booking_v1.list_customers(p_search => 'blum@') as c
cross join lateral booking_v1.upsert_customer('Maria Blum-Kern', c.email, p_customer_id => c.customer_id) as u;
select is(
    pg_temp.names(), '{Maria Blum-Kern,Lena Blum,Maria Blum-Kern,Ben,Tim,Ben}',
    'which their bookings have, and nobody else''s'
);

select booking.dispatch_events();
select results_eq(
    $$
        select n.kind, c.facts ->> 'recipient_name', c.facts ->> 'customer_name'
        from booking.notification as n
        join booking.outbox as o on o.tenant_id = n.tenant_id and o.key = n.notification_id::text
        cross join lateral (select booking.email_content(n.tenant_id, o.outbox_id) -> 'facts' as facts) as c
        where n.tenant_id = pg_temp.id('shop') and n.about_starts_at = '2026-06-08T09:00Z'
        order by n.kind
    $$,
    $$
        values
            ('booking_confirmed', 'Maria Blum-Kern', 'Lena Blum'),
            ('provider_booked', 'Ada at work', 'Lena Blum')
    $$,
    'whoever serves is told who comes; the mail greets who reads it'
);
select f.token into temp table made
from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;
select matches(booking_v1.calendar(m.token), 'SUMMARY:Cut – Lena Blum\r\n', 'so does their calendar')
from pg_temp.made as m;
select is(array_agg(b ->> 'guest_name' order by b ->> 'starts_at'), '{NULL,Tim,NULL}', 'and it is exported')
from booking_v1.list_customers(p_search => 'Ben') as c
cross join lateral jsonb_array_elements(booking_v1.export_customer(c.customer_id) -> 'bookings') as b;

select * from finish();
rollback;
