begin;
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/messages.sql
select plan(3);

call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();
update booking.outbox as o set status = 'done', finished_at = booking.now() where o.tenant_id = pg_temp.id('shop');
update booking.notification as n set status = 'sent', sent_at = booking.now() where n.tenant_id = pg_temp.id('shop');
set local booking.now = '2026-12-01T05:00Z';

create function pg_temp.kept()
returns bigint
language sql
volatile
as $function$
    select
        (select count(*) from booking.outbox as o where o.tenant_id = pg_temp.id('shop'))
        + (select count(*) from booking.notification as n where n.tenant_id = pg_temp.id('shop'))
$function$;

create temporary table deletion (most, count, kept_before) on commit drop as
select 3, booking.delete_finished_effects(pg_temp.id('shop'), 3), k from pg_temp.kept() as k;

select is(d.kept_before, 4::bigint, 'she and who serves her: two messages, and their deliveries') from deletion as d;
select is(d.count, 3, 'as many as it is asked to') from deletion as d;
select is(pg_temp.kept(), 1::bigint, 'and no more');

select * from finish();
rollback;
