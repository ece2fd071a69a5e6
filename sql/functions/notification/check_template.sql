-- A template is checked when it is saved, so that nothing is wrong with it when a message is to be sent. Every pair
-- of braces has to be a placeholder, and every placeholder a variable of the kind.
create or replace function booking.check_template(
    p_kind text,
    p_channel text,
    p_subject text,
    p_text_body text,
    p_html_body text
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_problem record;
begin
    perform booking.check_channel(p_channel => p_channel);
    perform booking.check_argument(
        p_is_valid => exists (select from booking.notification_kind as k where k.kind = p_kind),
        p_argument => 'p_kind', p_message => 'must be one of list_message_templates'
    );
    perform booking.check_argument(
        p_is_valid => case
            when p_channel = 'email'
                then booking.is_name(p_name => p_subject)
            else coalesce(p_subject, '') = '' -- empty is none, too: it is easier to send
        end,
        p_argument => 'p_subject',
        p_message => 'must be one line of 1 to 200 characters in an e-mail, null or empty elsewhere'
    );
    perform booking.check_argument(
        p_is_valid => not booking.is_blank(p_text => p_text_body), p_argument => 'p_text_body',
        p_message => 'must not be blank'
    );
    perform booking.check_text(p_text => p_text_body, p_argument => 'p_text_body', p_most => 20000);
    perform booking.check_text(p_text => p_html_body, p_argument => 'p_html_body', p_most => 100000);

    select t.argument, p.message into v_problem
    from (
        values (1, 'p_subject', p_subject), (2, 'p_text_body', p_text_body), (3, 'p_html_body', p_html_body)
    ) as t (position, argument, template)
    cross join lateral (
        select 'has a control character' as message
        where t.template ~ E'[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]'
        union all
        select 'has braces that are no placeholder such as {{ service_name }}'
        where regexp_replace(t.template, '[{]{2} *[a-z_]+ *[}]{2}', ' ', 'g') ~ '[{]{2}|[}]{2}'
        union all
        select 'names what this kind of message does not have: ' || string_agg(distinct m.name[1], ', ')
        from regexp_matches(t.template, '[{]{2} *([a-z_]+) *[}]{2}', 'g') as m (name)
        where not exists (
            select
            from booking.notification_kind as k
            where k.kind = p_kind and m.name[1] = any(k.variables)
        )
        having count(*) > 0
    ) as p
    order by t.position
    limit 1;
    perform booking.check_argument(
        p_is_valid => v_problem is null, p_argument => v_problem.argument, p_message => v_problem.message
    );
end
$function$;

comment on function booking.check_template(text, text, text, text, text) is
'Raises invalid_argument on a template that could not be sent.';
