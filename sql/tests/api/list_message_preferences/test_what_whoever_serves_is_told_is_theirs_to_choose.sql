begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/messages.sql
call pg_temp.make_shop();
call pg_temp.have_people();

create function pg_temp.has_providers_kinds(p_name text)
returns boolean
language sql
volatile
as $function$
    select exists (
        select
        from booking_v1.list_message_preferences(pg_temp.customer(p_name)) as p
        join booking.notification_kind as k on k.kind = p.kind
        where k.audience <> 'customer'
    )
$function$;

select ok(pg_temp.has_providers_kinds('Ada at work'), 'who is told of a resource''s bookings sees what of');
select ok(not pg_temp.has_providers_kinds('Zoe'), 'who is not has nothing to do with it');

select * from finish();
rollback;
