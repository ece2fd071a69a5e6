create or replace function booking.openapi_words(p_function regprocedure)
returns table (summary text, description text)
language sql
stable
as $function$
    select
        split_part(c.text, E'\n', 1),
        -- a line that begins after the end of a sentence is a paragraph
        nullif(btrim(regexp_replace(substring(c.text from E'\\n.*'), E'\\.\\n(?!\\n)', E'.\n\n', 'g'), E'\n'), '')
    from (select pg_catalog.obj_description(p_function, 'pg_proc') as text) as c
$function$;

comment on function booking.openapi_words(regprocedure) is
'The comment of a function: its first line, and the rest as Markdown, null where there is none.';
