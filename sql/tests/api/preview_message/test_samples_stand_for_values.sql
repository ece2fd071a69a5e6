begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select results_eq(
    $$
        select p.subject, p.text_body, p.html_body
        from booking_v1.preview_message(
            'reminder', 'en', '{{ service_name }}', 'For {{recipient_name}}', '<p>{{ tenant_name }}</p>'
        ) as p
    $$,
    $$ values ('Cut', 'For Ada Lovelace', '<p>Salon Schnitt</p>') $$, 'in words to try'
);
select matches(
    (select p.subject from booking_v1.preview_message('booking_cancelled', 'de-AT') as p), '^Abgesagt: Cut', 'in those in force'
);
select is(
    (
        select count(*)
        from booking.notification_kind as k
        cross join lateral booking_v1.preview_message(k.kind) as p
        where concat(p.subject, p.text_body, p.html_body) ~ '\{\{'
    ),
    0::bigint, 'none is left'
);
select is(
    pg_temp.error_of($$ select booking_v1.preview_message('reminder', 'en', 'x', '{{ x }}') $$),
    '400 invalid_argument p_text_body', 'words to try are checked'
);
select is(
    pg_temp.error_of($$ select booking_v1.preview_message('nothing') $$), '404 not_found p_kind', 'a kind there is not'
);

select * from finish();
rollback;
