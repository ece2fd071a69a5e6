-- The channels that reach somebody: the one list. A channel is an outbox kind with a handler and a content function
-- of its own. Words in an SMS or a push message cost money or nerves, so there are none by default: a tenant that
-- writes a template for one wants it.
create or replace function booking.channels(p_customer booking.customer, p_kind text)
returns text[]
language sql
stable parallel safe
as $function$
    select
        case when (p_customer).email is not null then '{email}' else '{}' end::text[]
        || array(
            select distinct m.channel
            from booking.message_template as m
            where
                m.tenant_id = (p_customer).tenant_id and m.kind = p_kind
                and (
                    (m.channel = 'sms' and (p_customer).phone is not null)
                    or (m.channel = 'push' and (p_customer).subject is not null)
                )
        )
$function$;

comment on function booking.channels(booking.customer, text) is
'By what somebody gets a kind of messages: e-mail, and those of SMS and push that the tenant has written words for.';
