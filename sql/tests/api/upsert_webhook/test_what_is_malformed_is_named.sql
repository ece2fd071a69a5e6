begin;
select plan(13);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of(format('select * from booking_v1.upsert_webhook(%L)', u.url)), '400 invalid_argument p_url',
    'not an address: ' || coalesce(left(u.url, 40), 'null')
)
from (
    values
    (null), (''), ('example.org'), ('http://example.org/'), ('ftp://example.org/'), ('https://'),
    ('https://user:word@example.org/'), ('https://example.org/#part'), ('https://example.org/a b'),
    ('https://example.org/' || repeat('a', 2000))
) as u (url);
select is(
    pg_temp.error_of(
        'select * from booking_v1.upsert_webhook(''https://example.org'', ''{booking.created,webhook.test}'')'
    ),
    '400 invalid_argument p_event_names', 'an event that is not to be had'
);
select is(
    pg_temp.error_of('select * from booking_v1.upsert_webhook(''https://example.org'', ''{}'')'),
    '400 invalid_argument p_event_names', 'no event at all'
);
set local booking.allow_http_webhooks = 'on';
select is(
    pg_temp.error_of('select * from booking_v1.upsert_webhook(''http://example.org/'')'), 'no error',
    'http where the administrator allows it'
);

select * from finish();
rollback;
