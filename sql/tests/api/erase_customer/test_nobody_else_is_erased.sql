begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.set_policy('cancellation_deadline_hours', '0');

create function pg_temp.kept_of(p_customer_id uuid)
returns jsonb
language sql
as $function$
    select jsonb_build_array(
        (select to_jsonb(c) from booking.customer as c where c.customer_id = p_customer_id),
        (select jsonb_agg(b order by b.booking_id) from booking.booking as b where b.customer_id = p_customer_id),
        (
            select jsonb_agg(e order by e.version)
            from booking.booking_event as e
            join booking.booking as b on b.booking_id = e.booking_id
            where b.customer_id = p_customer_id
        ),
        (select jsonb_agg(k) from booking.claim as k join booking.booking as b using (booking_id) where b.customer_id = p_customer_id),
        (select jsonb_agg(f) from booking.calendar_feed as f where f.customer_id = p_customer_id),
        (select jsonb_agg(p) from booking.notification_preference as p where p.customer_id = p_customer_id)
    )
$function$;

comment on function pg_temp.kept_of(uuid) is 'All that is known of a customer.';

create temporary table somebody (name, customer_id, kept) on commit drop as
select n.name, booking_v1.upsert_customer(n.name, n.name || '@example.org', '123'), null::jsonb
from (values ('Zoe'), ('Yan')) as n (name);
select booking_v1.create_booking(
    s.name, pg_temp.id('Cut'), case s.name when 'Zoe' then '2026-06-08T08:00Z' else '2026-06-08T09:00Z' end::timestamptz,
    p_customer_id => s.customer_id, p_answers => '{"a": 1}', p_notes => 'hm', p_metadata => '{"b": 2}'
)::text
from somebody as s;
select booking_v1.reschedule_booking(
    'moved ' || b.booking_id, b.booking_id, b.starts_at + interval '03:00', p_override_reason => 'asked for'
)::text
from somebody as s
join booking.booking as b on b.customer_id = s.customer_id;
select booking_v1.create_calendar_feed(p_customer_id => s.customer_id)::text from somebody as s;
select booking_v1.set_message_preference(false, 'reminder', p_customer_id => s.customer_id)::text from somebody as s;
update somebody as s set kept = pg_temp.kept_of(s.customer_id);

select is(
    (select count(*) from somebody as s cross join jsonb_array_elements(s.kept) as k where k = 'null'), 0::bigint,
    'there is something of each kind'
);
select is(pg_temp.answer(booking_v1.erase_customer('forget', s.customer_id)), 'completed 200', 'she is erased')
from somebody as s
where s.name = 'Zoe';
select is(pg_temp.kept_of(s.customer_id), s.kept, 'and he is as he was') from somebody as s where s.name = 'Yan';

select * from finish();
rollback;
