-- The channels that reach somebody: the one list. A channel is an outbox kind with a handler and a content function
-- of its own. Words in an SMS or a push message cost money or nerves, so there are none by default: a tenant that
-- writes a template for one wants it. A set, so that it is inlined into what asks for many people.
create or replace function booking.channels(p_customer booking.customer, p_kind text)
returns setof text
language sql
stable parallel safe
as $function$
    select a.channel
    from (
        values ('email', (p_customer).email), ('sms', (p_customer).phone), ('push', (p_customer).subject)
    ) as a (channel, address)
    where
        a.address is not null
        and (
            a.channel = 'email' or exists (
                select
                from booking.message_template as m
                where
                    m.tenant_id = (p_customer).tenant_id and m.kind = p_kind and m.channel = a.channel
            )
        )
$function$;

comment on function booking.channels(booking.customer, text) is
'By what somebody gets a kind of messages: e-mail, and those of SMS and push that the tenant has written words for.';
