begin;
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
select plan(3);

call pg_temp.make_shop();
call pg_temp.have_people();
call pg_temp.zoe_books('hers', '2026-06-08T08:00Z');
insert into booking.notification_kind
(kind, audience, is_transactional, booking_statuses, is_until_start, variables, description)
values ('receipt', 'customer', true, '{confirmed}', false, '{price}', 'What was paid.');
insert into booking.default_template (kind, channel, language, subject, text_body)
values ('receipt', 'email', 'en', 'Receipt', 'You have paid {{ price }}.');
select is(
    booking.notify(
        pg_temp.id('shop'),
        array[
            (
                'receipt', pg_temp.booking_of('hers'), 1, pg_temp.customer('Zoe'), '2026-06-08T08:00Z', 'payment 1',
                null, null
            )::booking.notice
        ]
    ),
    1, 'it is queued as any other'
);
select is(
    pg_temp.content_of('receipt') #>> '{template,text_body}', 'You have paid {{ price }}.', 'sent in its words'
);
select is(
    (select p.can_be_changed from booking_v1.list_message_preferences(pg_temp.customer('Zoe')) as p where p.kind = 'receipt'),
    false, 'and listed among the preferences'
);

select * from finish();
rollback;
