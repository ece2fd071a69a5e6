begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
call pg_temp.dispatch();
create temporary table zoe on commit drop as select pg_temp.customer('Zoe') as customer_id;
select booking_v1.set_message_preference(false, 'reminder', p_customer_id => z.customer_id)::text from zoe as z;
create temporary table document on commit drop as
select booking_v1.export_customer(z.customer_id) as content from zoe as z;

select is(
    jsonb_path_query_array(d.content, '$.messages[*].kind'), '["booking_confirmed"]'::jsonb, 'what she was told'
)
from document as d;
select is(
    d.content -> 'message_preferences', '[{"kind": "reminder", "channel": "email", "is_wanted": false}]'::jsonb,
    'what she wants to be told'
)
from document as d;
select booking_v1.erase_customer('forget', z.customer_id)::text from zoe as z;
select is_empty(
    $$
        select p.kind
        from booking.notification_preference as p
        join zoe as z on z.customer_id = p.customer_id
    $$,
    'which is forgotten with her'
);
select is(
    (
        select array_agg(n.kind order by n.kind)
        from booking.notification as n
        join zoe as z on z.customer_id = n.customer_id
    ),
    '{booking_confirmed}', 'and she is told nothing more'
);

select * from finish();
rollback;
