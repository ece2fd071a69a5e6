begin;
select plan(9);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();

create function pg_temp.language_for(p_language text)
returns text
language sql
stable
as $function$
    select c.language
    from booking.tenant as t
    cross join lateral booking.chosen_template(
        t.tenant_id, 'reminder', 'email', booking.languages(p_language, t.language)
    ) as c
    where t.tenant_id = pg_temp.id('shop')
$function$;

select is(pg_temp.language_for('de-AT'), 'de', 'a region, to its language');
select is(pg_temp.language_for('fr'), 'en', 'a language nobody wrote, to English');
select is(pg_temp.language_for(null), 'en', 'an unknown one, to that of the tenant');
update booking.tenant as t set language = 'de-CH' where t.tenant_id = pg_temp.id('shop');
select is(pg_temp.language_for(null), 'de', 'which may be another');
update booking.tenant as t set language = 'de' where t.tenant_id = pg_temp.id('shop');
select is(pg_temp.language_for('fr'), 'en', 'and goes after English');
select booking_v1.upsert_message_template('reminder', 'de-AT', 'Servus', 'Servus')::text;
select is(pg_temp.language_for('de-AT'), 'de-AT', 'the region''s own goes first');
select booking_v1.upsert_message_template('reminder', 'en', 'Hi', 'Hi')::text;
select is(pg_temp.language_for('de'), 'de', 'the reader''s language goes before the tenant''s own words in another');
select booking_v1.upsert_message_template('booking_confirmed', 'fr', 'Oui', 'Oui')::text;
select booking_v1.upsert_message_template('reminder', 'fr', null, 'Oui', p_channel => 'sms')::text;
select is(pg_temp.language_for('fr'), 'en', 'words of another kind or channel are none');
select is_empty(
    $$ select booking.chosen_template(pg_temp.id('shop'), 'reminder', 'push', '{en,de}') $$,
    'nor are the engine''s, by a channel it has none for'
);

select * from finish();
rollback;
