begin;
select plan(6);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
create function pg_temp.is_alerted()
returns boolean
language sql
volatile
as $function$
    select booking.close_dead_alerts();
    select exists (
        select from booking.alert as a where a.source = 'outbox test' and a.code = 'dead' and a.resolved_at is null
    )
$function$;
create function pg_temp.id_of(p_key text)
returns uuid
language sql
volatile
as $function$
    select o.outbox_id from booking.outbox as o where o.key = p_key
$function$;

call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
call pg_temp.make_shop();
call pg_temp.queue('{theirs}', 'other');
call pg_temp.queue('{a,b,c}');
call pg_temp.have_leased();
call pg_temp.have_reported('theirs', 'dead', 'no');
call pg_temp.have_reported('a', 'dead', 'no');
call pg_temp.have_reported('b', 'dead', 'no');
call pg_temp.have_reported('c', 'done');
call pg_temp.enter_shop('other');
select booking_v1.requeue_delivery(pg_temp.id_of('theirs'))::text;
select ok(pg_temp.is_alerted(), 'another tenant''s are dead still');
call pg_temp.enter_shop('shop');
select booking_v1.requeue_delivery(pg_temp.id_of('a'))::text;
select ok(pg_temp.is_alerted(), 'and one is, of its own');
select booking_v1.dismiss_delivery(pg_temp.id_of('b'))::text;
select ok(not pg_temp.is_alerted(), 'none is left, and nobody has to look');

call pg_temp.have_leased();
call pg_temp.have_reported('a', 'dead', 'no');
select ok(pg_temp.is_alerted(), 'the next one is told anew');
set local booking.now = '2026-06-02T05:00Z';
select booking.run_in_tenants('delete_finished_effects', 1000000)::text;
select ok(pg_temp.is_alerted(), 'it is young');
set local booking.now = '2026-07-02T05:00Z';
select booking.run_in_tenants('delete_finished_effects', 1000000)::text;
select ok(not pg_temp.is_alerted(), 'what is forgotten is told no more');

select * from finish();
rollback;
