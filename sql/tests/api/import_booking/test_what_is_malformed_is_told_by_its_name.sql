begin;
select plan(16);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.refused(p_more text)
returns text
language plpgsql
volatile
as $function$
declare
    v_detail text;
    v_message text;
begin
    execute format(
        'select booking_v1.import_booking(p_service_id => %L, %s)', pg_temp.id('Cut'), p_more
    );
    return 'nothing';
exception when others then
    get stacked diagnostics v_detail = pg_exception_detail, v_message = message_text;
    return v_message || ' ' || (nullif(v_detail, '')::jsonb ->> 'argument');
end
$function$;

select is(pg_temp.refused(w.said), 'invalid_argument ' || w.argument, w.said)
from (
    values
    ('p_external_id => null, p_starts_at => now()', 'p_external_id'),
    ('p_external_id => '' '', p_starts_at => now()', 'p_external_id'),
    ('p_external_id => ''1''', 'p_starts_at'),
    ('p_external_id => ''1'', p_starts_at => now(), p_starts_local => ''2026-06-08''', 'p_starts_at'),
    ('p_external_id => ''1'', p_starts_at => ''infinity''', 'p_starts_at'),
    ('p_external_id => ''1'', p_starts_at => ''294276-12-31Z'', p_duration => ''700:00''', 'p_starts_at'),
    ('p_external_id => ''1'', p_starts_at => now(), p_ends_at => now()', 'p_ends_at'),
    ('p_external_id => ''1'', p_starts_at => now(), p_duration => ''1 month''', 'p_duration'),
    ('p_external_id => ''1'', p_starts_at => now(), p_duration => ''1:00'', p_ends_at => now()', 'p_ends_at'),
    ('p_external_id => ''1'', p_starts_at => now(), p_status => ''no_show''', 'p_status'),
    ('p_external_id => ''1'', p_starts_at => now(), p_price => ''NaN''', 'p_price'),
    ('p_external_id => ''1'', p_starts_at => now(), p_currency => ''euro''', 'p_currency'),
    ('p_external_id => ''1'', p_starts_at => now(), p_customer_email => ''-''', 'p_customer_email'),
    ('p_external_id => ''1'', p_starts_at => now(), p_party_size => 0', 'p_party_size')
) as w (said, argument);
select is(
    pg_temp.refused(format('p_external_id => ''1'', p_starts_at => now(), p_resource_id => %L', pg_temp.id('nobody'))),
    'not_found p_resource_id', 'a resource that there is not'
);
select is(pg_temp.bookings(), 0::bigint, 'nothing was imported');

select * from finish();
rollback;
