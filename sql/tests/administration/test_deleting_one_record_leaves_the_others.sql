begin;
select plan(11);
\ir ../helpers/shop.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('hers', '2026-06-08T08:00Z', pg_temp.id('Ada'));

insert into booking.service (tenant_id, service_id, name, duration, slot_interval)
values (pg_temp.id('shop'), pg_temp.id('Colour'), 'Colour', '01:00', '01:00');
insert into booking.customer (tenant_id, customer_id, name, created_at)
select pg_temp.id('shop'), pg_temp.id(c.name), c.name, '2026-06-01'
from (values ('Yan'), ('Zoe')) as c (name);
insert into booking.holiday (tenant_id, holiday_id, name, starts_on, ends_on)
select pg_temp.id('shop'), pg_temp.id(h.name), h.name, '2026-12-24', '2026-12-24'
from (values ('Feast'), ('Fair')) as h (name);
insert into booking.opening_hours (tenant_id, opening_hours_id, weekday, start_time, end_time)
select pg_temp.id('shop'), pg_temp.id('open ' || d.weekday), d.weekday, '08:00', '20:00'
from generate_series(1, 2) as d (weekday);
insert into booking.weekly_hours (tenant_id, weekly_hours_id, resource_id, weekday, start_time, end_time)
values (pg_temp.id('shop'), pg_temp.id('Tuesdays'), pg_temp.id('Ada'), 2, '09:00', '17:00');
insert into booking.date_override (tenant_id, date_override_id, resource_id, on_date)
select pg_temp.id('shop'), pg_temp.id('closed ' || d.day), pg_temp.id('Ada'), date '2026-12-01' + d.day
from generate_series(1, 2) as d (day);
insert into booking.time_off (tenant_id, time_off_id, resource_id, starts_local, ends_local)
select pg_temp.id('shop'), pg_temp.id('off ' || d.day), pg_temp.id('Ada'), '2026-12-01', '2026-12-02'
from generate_series(1, 2) as d (day);
insert into booking.membership (tenant_id, subject, role, created_at)
select pg_temp.id('shop'), m.subject, 'staff', '2026-06-01'
from (values ('sam'), ('tom')) as m (subject);
insert into booking.message_template (tenant_id, message_template_id, kind, channel, language, text_body)
select pg_temp.id('shop'), pg_temp.id('words ' || w.language), 'reminder', 'sms', w.language, 'x'
from (values ('de'), ('en')) as w (language);
insert into booking.webhook (tenant_id, webhook_id, url, event_names, created_at)
select pg_temp.id('shop'), pg_temp.id('hook ' || h.n), 'https://example.org/' || h.n, '{booking.created}', '2026-06-01'
from generate_series(1, 2) as h (n);

create function pg_temp.ids(p_list text, p_id text)
returns text[]
language plpgsql
as $function$
declare
    v_ids text[];
begin
    execute format(
        'select array_agg(l.%1$I::text order by 1) from booking_v1.%2$I() as l where l.%1$I is not null', p_id, p_list
    ) into v_ids;
    return v_ids;
end
$function$;

create function pg_temp.left_by(p_function text, p_id text, p_list text, p_named text)
returns text[]
language plpgsql
as $function$
begin
    execute format('select booking_v1.%I(%L)', p_function, p_named);
    return pg_temp.ids(p_list => p_list, p_id => p_id);
end
$function$;

comment on function pg_temp.left_by(text, text, text, text) is 'What a list has, after a record of it is deleted.';

select is(b.others, pg_temp.left_by(b.function, b.id, b.list, b.named), b.function)
from (
    select c.*, array_remove(pg_temp.ids(c.list, c.id), c.named) as others
    from (
        values
        ('delete_customer', 'customer_id', 'list_customers', pg_temp.id('Zoe')::text),
        ('delete_holiday', 'holiday_id', 'list_holidays', pg_temp.id('Fair')::text),
        ('delete_opening_hours', 'opening_hours_id', 'list_opening_hours', pg_temp.id('open 1')::text),
        ('delete_weekly_hours', 'weekly_hours_id', 'list_weekly_hours', pg_temp.id('Tuesdays')::text),
        ('delete_date_override', 'date_override_id', 'list_date_overrides', pg_temp.id('closed 1')::text),
        ('delete_time_off', 'time_off_id', 'list_time_off', pg_temp.id('off 1')::text),
        ('delete_membership', 'subject', 'list_memberships', 'sam'),
        ('delete_service', 'service_id', 'list_services', pg_temp.id('Colour')::text),
        ('delete_resource', 'resource_id', 'list_resources', pg_temp.id('Ben')::text),
        (
            'delete_message_template', 'message_template_id', 'list_message_templates', pg_temp.id('words de')::text
        ),
        ('delete_webhook', 'webhook_id', 'list_webhooks', pg_temp.id('hook 1')::text)
    ) as c (function, id, list, named)
) as b;

select * from finish();
rollback;
