begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

create function pg_temp.said()
returns text
language sql
volatile
as $function$
    select concat_ws(' ', b.body ->> 'type', b.body ->> 'timestamp')
    from pg_temp.message_id() as m
    cross join lateral (values ((pg_temp.content(m) ->> 'body')::jsonb)) as b (body)
$function$;

select is(pg_temp.said(), 'booking.created 2026-06-01T05:00:00+00:00', 'that it was made');
set local booking.now = '2026-06-01T06:00Z';
select booking_v1.cancel_booking('cancel', pg_temp.booking_of('hers'))::text;
set local booking.now = '2026-06-01T07:00Z';
select is(pg_temp.said(), 'booking.cancelled 2026-06-01T06:00:00+00:00', 'that it was cancelled, not when it was made');

select * from finish();
rollback;
