-- Messages are shown to people: one hour, and not 1 hours.
create or replace function booking.counted(p_count integer, p_noun text)
returns text
language sql
immutable
as $function$
    select p_count || ' ' || p_noun || case when p_count = 1 then '' else 's' end
$function$;

comment on function booking.counted(integer, text) is 'A number with its noun: 1 hour, 2 hours. Null: null.';
