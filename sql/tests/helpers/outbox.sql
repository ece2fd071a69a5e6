-- Effects of the kind test, of a shop; after shop.sql.

insert into booking.outbox_kind (kind, concurrency, attempts, lease, backoff_base, backoff_most)
values ('test', 10, 3, '1 minute', '10 seconds', '15 seconds');

create procedure pg_temp.queue(p_keys text[], p_shop text default 'shop', p_due_at timestamptz default null)
language plpgsql
as $procedure$
begin
    perform set_config('booking.tenant_id', pg_temp.id(p_shop)::text, true);
    perform booking.enqueue(
        p_tenant_id => pg_temp.id(p_shop),
        p_effects => array(
            select ('test', k.key, jsonb_build_object('key', k.key), p_due_at)::booking.effect
            from unnest(p_keys) as k (key)
        )
    );
end
$procedure$;

comment on procedure pg_temp.queue(text[], text, timestamptz) is 'Queues effects with these keys. p_due_at null: now.';

create function pg_temp.lease(p_most integer default 10)
returns text[]
language sql
volatile
as $function$
    select coalesce(array_agg(l.payload ->> 'key' order by l.payload ->> 'key'), '{}')
    from booking.lease_outbox(array['test'], p_most) as l
$function$;

comment on function pg_temp.lease(integer) is 'Leases, as a worker does; the keys.';

create function pg_temp.report(
    p_key text, p_result text, p_error text default null, p_retry_after interval default null
)
returns text
language sql
volatile
as $function$
    select booking.report_outbox(o.tenant_id, o.outbox_id, o.lease_id, p_result, p_error, p_retry_after)
    from booking.outbox as o
    where o.key = p_key
$function$;

comment on function pg_temp.report(text, text, text, interval) is
'Reports on an effect under the lease that it has: its status then.';

create function pg_temp.state(p_key text)
returns text
language sql
volatile
as $function$
    select concat_ws(' ', o.status, o.attempt_count, o.error) from booking.outbox as o where o.key = p_key
$function$;

comment on function pg_temp.state(text) is 'Status, attempts and error of an effect: ''queued 1 timeout''.';

create function pg_temp.pause(p_key text)
returns numeric
language sql
volatile
as $function$
    select extract(epoch from o.due_at - booking.now()) from booking.outbox as o where o.key = p_key
$function$;

comment on function pg_temp.pause(text) is 'In how many seconds an effect may be leased.';

create procedure pg_temp.have_leased()
language plpgsql
as $procedure$
begin
    perform pg_temp.lease();
end
$procedure$;

comment on procedure pg_temp.have_leased() is 'Leases what a test is to report on.';

create procedure pg_temp.have_reported(
    p_key text, p_result text, p_error text default null, p_retry_after interval default null
)
language plpgsql
as $procedure$
begin
    if pg_temp.report(p_key, p_result, p_error, p_retry_after) is null then
        raise exception 'the test has no lease of %', p_key;
    end if;
end
$procedure$;

comment on procedure pg_temp.have_reported(text, text, text, interval) is 'Reports what a test stands on.';
