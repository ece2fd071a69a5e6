begin;
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
select plan(11);

call pg_temp.make_shop(p_people => '{Ada,Bob}');
call pg_temp.have_people();
insert into booking.notification_kind
(kind, audience, is_transactional, booking_statuses, is_until_start, variables, description)
values ('hold_lapsing', 'customer', true, '{proposed}', true, '{when,answer_until}', 'What is held is about to lapse.');
insert into booking.default_template (kind, channel, language, subject, text_body)
values ('hold_lapsing', 'email', 'en', 'Still yours', '{{ when }}, until {{ answer_until }}.');

create function pg_temp.tell(p_until timestamptz, p_occasion text default 'hold 1')
returns integer
language sql
as $function$
    select booking.notify(
        pg_temp.id('shop'),
        array[
            (
                'hold_lapsing', null, null, pg_temp.customer('Zoe'), '2026-06-08T08:00Z', p_occasion,
                jsonb_build_object(
                    'service_id', pg_temp.id('Cut'), 'customer_id', pg_temp.customer('Zoe'),
                    'starts_at', '2026-06-08T08:00Z'::timestamptz, 'ends_at', '2026-06-08T08:45Z'::timestamptz,
                    'time_zone', 'Europe/Berlin', 'resource_ids', array[pg_temp.id('Ada')], 'party_size', 1
                ),
                p_until
            )::booking.notice
        ]
    )
$function$;

comment on function pg_temp.tell(timestamptz, text) is 'Of half past eight, held for Zoe; how many messages that makes.';

select is(pg_temp.tell('2026-06-01T08:00Z'), 1, 'it is queued as any other');
select is(pg_temp.tell('2026-06-01T08:00Z'), 0, 'and once');
select is(
    pg_temp.content_of('hold_lapsing') #>> '{template,text_body}', '{{ when }}, until {{ answer_until }}.',
    'sent in its words'
);
select is(
    (
        select jsonb_object_agg(f.key, f.value)
        from jsonb_each(pg_temp.content_of('hold_lapsing') -> 'facts') as f
        where f.key in ('service_name', 'resource_names', 'customer_name', 'price', 'booking_id')
    ),
    '{"service_name": "Cut", "resource_names": ["Ada"], "customer_name": "Zoe", "price": null, "booking_id": null}',
    'with what is known of the booking that it could become'
);
select is(
    (
        select array_agg((f.value #>> '{}')::timestamptz order by f.key)
        from jsonb_each(pg_temp.content_of('hold_lapsing') -> 'facts') as f
        where f.key in ('answer_until', 'ends_at', 'starts_at')
    ),
    '{2026-06-01T08:00Z,2026-06-08T08:45Z,2026-06-08T08:00Z}'::timestamptz[],
    'and its times'
);
select is(
    (
        select array_agg((n.kind, n.booking_id, n.status)::text)
        from booking_v1.list_notifications(p_customer_id => pg_temp.customer('Zoe')) as n
    ),
    array['(hold_lapsing,,queued)'], 'it is in the log of messages'
);
call pg_temp.set_policy('staff_sees_all_bookings', 'false');
insert into booking.membership (tenant_id, subject, role, created_at)
select pg_temp.id('shop'), lower(r.name), 'staff', booking.now()
from booking.resource as r
where r.tenant_id = pg_temp.id('shop');
insert into booking.membership_resource (tenant_id, subject, resource_id)
select pg_temp.id('shop'), lower(r.name), r.resource_id
from booking.resource as r
where r.tenant_id = pg_temp.id('shop');
set local request.jwt.claims = '{"role": "authenticated", "sub": "ada"}';
select is((select count(*) from booking_v1.list_notifications()), 1::bigint, 'also to whose time it would be');
set local request.jwt.claims = '{"role": "authenticated", "sub": "bob"}';
select is((select count(*) from booking_v1.list_notifications()), 0::bigint, 'and to no other staff');
set local request.jwt.claims = '';
set local booking.now = '2026-06-01T07:59:59Z';
select isnt(pg_temp.content_of('hold_lapsing'), null, 'to the last second it can be taken');
set local booking.now = '2026-06-01T08:00:00Z';
select is(pg_temp.content_of('hold_lapsing'), null, 'then it is not sent');
select is(
    (select n.reason from booking_v1.list_notifications(p_customer_id => pg_temp.customer('Zoe')) as n),
    'the time to answer is over', 'and the log says why'
);

select * from finish();
rollback;
