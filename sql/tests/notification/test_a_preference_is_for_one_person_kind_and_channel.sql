begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();
select booking_v1.upsert_message_template('reminder', 'en', null, 'x', p_channel => 'sms')::text;

create function pg_temp.unwanted(p_name text)
returns text[]
language sql
as $function$
    select array_agg(p.channel || ' ' || p.kind order by p.channel, p.kind)
    from booking_v1.list_message_preferences(pg_temp.customer(p_name)) as p
    where not p.is_wanted and p.kind <> 'request_reminder'
$function$;

select booking_v1.set_message_preference(false, 'provider_booked', 'email', pg_temp.customer('Ada at work'))::text;
select booking_v1.set_message_preference(false, 'reminder', 'sms', pg_temp.customer('Zoe'))::text;
select is(pg_temp.unwanted('Ada at work'), '{email provider_booked}', 'of one kind, nothing is said of others');
select is(pg_temp.unwanted('Zoe'), '{sms reminder}', 'of one channel, nothing is said of others, nor of hers to him');

select booking_v1.set_message_preference(false, 'reminder', 'email', pg_temp.customer('Ada at work'))::text;
select booking_v1.set_message_preference(false, 'reminder', 'email', pg_temp.customer('Zoe'))::text;
select booking_v1.set_message_preference(true, null, 'email', pg_temp.customer('Zoe'))::text;
select is(pg_temp.unwanted('Zoe'), '{sms reminder}', 'all of a channel ends what was said of that channel');
select is(
    pg_temp.unwanted('Ada at work'), '{"email provider_booked","email reminder"}', 'and by that person'
);

select * from finish();
rollback;
