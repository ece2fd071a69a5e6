-- The words of those who have none of their own, in English and German. Text and HTML say the same: a paragraph
-- a line here, <br> within it. The last one is the same in all messages of a language.

insert into booking.default_template as d (kind, channel, language, subject, text_body, html_body)
with footer (language, text_body, html_body) as (
    values
    (
        'en', 'Which messages you get is up to you: {{ unsubscribe_url }}',
        '<small>Which messages you get is up to you: <a href="{{ unsubscribe_url }}">unsubscribe</a></small>'
    ),
    (
        'de', 'Welche Nachrichten Sie bekommen, bestimmen Sie: {{ unsubscribe_url }}',
        '<small>Welche Nachrichten Sie bekommen, bestimmen Sie: <a href="{{ unsubscribe_url }}">abbestellen</a></small>'
    )
)

select
    t.kind,
    'email' as channel,
    t.language,
    t.subject,
    replace(replace(concat_ws(chr(10), t.body, f.text_body), chr(10), chr(10) || chr(10)), '<br>', chr(10)) || chr(10)
        as text_body,
    format(
        '<!doctype html>' || chr(10)
        -- a long word, an address for a name, is broken: a phone would have a message as wide as that
        || '<html lang="%s"><body style="font-family: sans-serif; line-height: 1.5; overflow-wrap: break-word">'
        || chr(10)
        || '<p>%s</p>' || chr(10) || '</body></html>' || chr(10),
        t.language, replace(concat_ws(chr(10), t.body, f.html_body), chr(10), '</p>' || chr(10) || '<p>')
    ) as html_body
from (
    values
    (
        'en', 'booking_requested', 'Your request: {{ service_name }}, {{ start_date }}',
        'Hello {{ recipient_name }},
thank you. {{ tenant_name }} has your request and will confirm it:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})<br>Price: {{ price }}'
    ),
    (
        'en', 'booking_confirmed', 'Confirmed: {{ service_name }}, {{ start_date }}',
        'Hello {{ recipient_name }},
your booking with {{ tenant_name }} is confirmed:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})<br>Price: {{ price }}'
    ),
    (
        'en', 'booking_rescheduled', 'Moved: {{ service_name }}, {{ start_date }}',
        'Hello {{ recipient_name }},
your booking with {{ tenant_name }} has been changed. It is now:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})
It was: {{ previous_when }}, with {{ previous_resource_names }}'
    ),
    (
        'en', 'request_rescheduled', 'Request moved: {{ service_name }}, {{ start_date }}',
        'Hello {{ recipient_name }},
your request has been changed, and {{ tenant_name }} has not confirmed it yet. It is now:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})
It was: {{ previous_when }}, with {{ previous_resource_names }}'
    ),
    (
        'en', 'booking_cancelled', 'Cancelled: {{ service_name }}, {{ start_date }}',
        'Hello {{ recipient_name }},
your booking with {{ tenant_name }} is cancelled:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'en', 'reminder', 'Reminder: {{ service_name }}, {{ start_date }}, {{ start_time }}',
        'Hello {{ recipient_name }},
this is to remind you of your booking with {{ tenant_name }}:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'en', 'request_reminder', 'Not confirmed yet: {{ service_name }}, {{ start_date }}, {{ start_time }}',
        'Hello {{ recipient_name }},
this is to remind you of your request, which {{ tenant_name }} has not confirmed yet:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'en', 'provider_requested', 'Request: {{ service_name }}, {{ when }}',
        '{{ customer_name }} asks for a booking, which waits for you to confirm it:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'en', 'provider_booked', 'Booked: {{ service_name }}, {{ when }}',
        '{{ customer_name }} has booked:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'en', 'provider_rescheduled', 'Moved: {{ service_name }}, {{ when }}',
        'The booking of {{ customer_name }} has been changed. It is now:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})
It was: {{ previous_when }}, with {{ previous_resource_names }}'
    ),
    (
        'en', 'provider_released', 'No longer yours: {{ service_name }}, {{ when }}',
        'The booking of {{ customer_name }} has been moved to somebody else. You no longer have:
{{ service_name }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'en', 'provider_cancelled', 'Cancelled: {{ service_name }}, {{ when }}',
        'The booking of {{ customer_name }} is cancelled:
{{ service_name }} with {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'de', 'booking_requested', 'Ihre Anfrage: {{ service_name }}, {{ start_date }}',
        'Guten Tag {{ recipient_name }},
vielen Dank. {{ tenant_name }} hat Ihre Anfrage erhalten und wird sie bestätigen:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})<br>Preis: {{ price }}'
    ),
    (
        'de', 'booking_confirmed', 'Bestätigt: {{ service_name }}, {{ start_date }}',
        'Guten Tag {{ recipient_name }},
Ihre Buchung bei {{ tenant_name }} ist bestätigt:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})<br>Preis: {{ price }}'
    ),
    (
        'de', 'booking_rescheduled', 'Verlegt: {{ service_name }}, {{ start_date }}',
        'Guten Tag {{ recipient_name }},
Ihre Buchung bei {{ tenant_name }} wurde geändert. Sie ist jetzt:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})
Vorher: {{ previous_when }}, mit {{ previous_resource_names }}'
    ),
    (
        'de', 'request_rescheduled', 'Anfrage verlegt: {{ service_name }}, {{ start_date }}',
        'Guten Tag {{ recipient_name }},
Ihre Anfrage wurde geändert, und {{ tenant_name }} hat sie noch nicht bestätigt. Sie ist jetzt:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})
Vorher: {{ previous_when }}, mit {{ previous_resource_names }}'
    ),
    (
        'de', 'booking_cancelled', 'Abgesagt: {{ service_name }}, {{ start_date }}',
        'Guten Tag {{ recipient_name }},
Ihre Buchung bei {{ tenant_name }} ist abgesagt:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'de', 'reminder', 'Erinnerung: {{ service_name }}, {{ start_date }}, {{ start_time }}',
        'Guten Tag {{ recipient_name }},
wir erinnern Sie an Ihre Buchung bei {{ tenant_name }}:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'de', 'request_reminder',
        'Noch nicht bestätigt: {{ service_name }}, {{ start_date }}, {{ start_time }}',
        'Guten Tag {{ recipient_name }},
wir erinnern Sie an Ihre Anfrage, die {{ tenant_name }} noch nicht bestätigt hat:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'de', 'provider_requested', 'Anfrage: {{ service_name }}, {{ when }}',
        '{{ customer_name }} bittet um eine Buchung, die auf Ihre Bestätigung wartet:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'de', 'provider_booked', 'Gebucht: {{ service_name }}, {{ when }}',
        '{{ customer_name }} hat gebucht:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'de', 'provider_rescheduled', 'Verlegt: {{ service_name }}, {{ when }}',
        'Die Buchung von {{ customer_name }} wurde geändert. Sie ist jetzt:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})
Vorher: {{ previous_when }}, mit {{ previous_resource_names }}'
    ),
    (
        'de', 'provider_released', 'Nicht mehr bei Ihnen: {{ service_name }}, {{ when }}',
        'Die Buchung von {{ customer_name }} wurde an jemand anderen gegeben. Sie haben nicht mehr:
{{ service_name }}<br>{{ when }}<br>({{ time_zone }})'
    ),
    (
        'de', 'provider_cancelled', 'Abgesagt: {{ service_name }}, {{ when }}',
        'Die Buchung von {{ customer_name }} ist abgesagt:
{{ service_name }} mit {{ resource_names }}<br>{{ when }}<br>({{ time_zone }})'
    )
) as t (language, kind, subject, body)
join footer as f on f.language = t.language
on conflict (kind, channel, language) do update
    set subject = excluded.subject, text_body = excluded.text_body, html_body = excluded.html_body
    where (
        d.subject, d.text_body, d.html_body
    ) is distinct from (
        excluded.subject, excluded.text_body, excluded.html_body
    );
