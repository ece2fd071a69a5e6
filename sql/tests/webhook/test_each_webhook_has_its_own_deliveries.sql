begin;
select plan(10);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
\ir ../helpers/webhooks.sql
call pg_temp.make_shop();
call pg_temp.have_webhook('bad');
call pg_temp.have_webhook('good');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
select booking.dispatch_events()::text;
create temporary table leased on commit drop as
select l.*, case when l.payload ->> 'webhook_id' = pg_temp.id('good')::text then 'good' else 'bad' end as name
from booking.lease_outbox('{webhook}', 10) as l;
grant select on leased to public;

create function pg_temp.report(p_name text, p_result text, p_status integer, p_lease_id uuid default null)
returns text
language sql
as $function$
    select booking.report_webhook(
        l.tenant_id, l.outbox_id, coalesce(p_lease_id, l.lease_id), p_result,
        p_facts => jsonb_build_object('http_status', p_status)
    )
    from leased as l
    where l.name = p_name
$function$;

create function pg_temp.hooks()
returns text[]
language sql
as $function$
    select array_agg(concat_ws(' ', substr(w.url, 21), w.disabled_reason) order by w.url)
    from booking_v1.list_webhooks() as w
$function$;

select bag_eq(
    'select pg_temp.content(l.outbox_id) ->> ''url'' from leased as l',
    array['https://example.org/bad', 'https://example.org/good'], 'each has its address'
);
select is(pg_temp.report('good', 'dead', 410, gen_random_uuid()), null, 'who lost the lease is not heard');
select is(pg_temp.hooks(), '{bad,good}', 'and ends nothing');
select is(array[pg_temp.report('bad', 'dead', 410), pg_temp.report('good', 'done', 200)], '{dead,done}', 'who has it is');
select is(pg_temp.hooks(), '{"bad gone",good}', 'one is gone, and no other');
select results_eq(
    $$ select d.webhook_id, d.delivery_id, d.http_status, d.status from booking_v1.list_webhook_deliveries() as d order by 3 $$,
    $$
        select (l.payload ->> 'webhook_id')::uuid, l.outbox_id, r.http_status, r.status
        from leased as l
        join (values ('good', 200, 'done'), ('bad', 410, 'dead')) as r (name, http_status, status) on r.name = l.name
        order by 3
    $$,
    'each has an attempt in the log'
);
call pg_temp.run($$ select booking_v1.redeliver_webhook(l.outbox_id) from leased as l where l.name = 'good' $$);
select results_eq(
    $$ select r.outbox_id from booking.lease_outbox('{webhook}', 10) as r $$,
    $$ select l.outbox_id from leased as l where l.name = 'good' $$, 'and is redelivered by itself'
);
select is(s.delivery_id, pg_temp.message_id('good'), 'or tested')
from booking_v1.send_test_webhook(pg_temp.id('good')) as s;
update booking.outbox as o set kind = 'email' where o.outbox_id = (select l.outbox_id from leased as l where l.name = 'bad');
select is(
    pg_temp.error_of($$ select booking_v1.redeliver_webhook(l.outbox_id) from leased as l where l.name = 'bad' $$),
    '404 not_found p_delivery_id', 'of webhooks only'
);
update leased as l set lease_id = o.lease_id from booking.outbox as o where o.outbox_id = l.outbox_id;
call pg_temp.run($$ select booking_v1.delete_webhook(pg_temp.id('good')) $$);
select is(pg_temp.report('good', 'done', 200), 'done', 'what a webhook was sent that is deleted meanwhile is done as well');

select * from finish();
rollback;
