create or replace function booking.openapi_codes(p_function regprocedure)
returns table (http_status integer, codes text, has_refusal boolean, has_error boolean)
language sql
stable
as $function$
    with recursive comment as (
        select pg_catalog.obj_description(p_function, 'pg_proc') as text
        union
        select pg_catalog.obj_description(p.oid, 'pg_proc')
        from comment
        join pg_catalog.pg_proc as p
            on p.pronamespace = 'booking_v1'::regnamespace
            and p.proname = substring(comment.text from E'\\mthose of (\\w+)')
    ),
    told as (
        select substring(split_part(comment.text, 'Raises ', 1) from E'\\mRefusals\\M.*') as text, true as is_refusal
        from comment
        union all
        select substring(comment.text from E'\\mRaises\\M.*'), false
        from comment
    )
    select
        e.http_status, string_agg(distinct e.code, ', ' order by e.code),
        bool_or(told.is_refusal), not bool_and(told.is_refusal)
    from told
    cross join lateral regexp_matches(told.text, E'\\w+', 'g') as w (words)
    join booking.error_code as e on e.code = w.words[1]
    group by e.http_status
$function$;

comment on function booking.openapi_codes(regprocedure) is
'The codes by status that the comment of a function names: refusals after "Refusals", where "those of f" are f''s as
well, errors after "Raises".';
