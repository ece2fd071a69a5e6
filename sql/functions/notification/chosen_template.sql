-- The better language goes before the tenant's own words: who reads German only has nothing of an English template.
create or replace function booking.chosen_template(
    p_tenant_id uuid,
    p_kind text,
    p_channel text,
    p_languages text[]
)
returns table (language text, subject text, text_body text, html_body text)
language sql
stable
as $function$
    select t.language, t.subject, t.text_body, t.html_body
    from (
        select m.language::text, m.subject, m.text_body, m.html_body, 1 as rank
        from booking.message_template as m
        where m.tenant_id = p_tenant_id and m.kind = p_kind and m.channel = p_channel
        union all
        select d.language::text, d.subject, d.text_body, d.html_body, 2 as rank
        from booking.default_template as d
        where d.kind = p_kind and d.channel = p_channel
    ) as t
    where t.language = any(p_languages)
    order by array_position(p_languages, t.language), t.rank
    limit 1
$function$;

comment on function booking.chosen_template(uuid, text, text, text[]) is
'The template to write in, of a tenant or the engine''s own. p_languages: best first. No row: there is none.';
