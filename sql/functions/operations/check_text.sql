create or replace function booking.check_text(p_text text, p_argument text, p_most integer)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => coalesce(length(p_text), 0) <= p_most, p_argument => p_argument,
        p_message => format('must have at most %s characters', p_most)
    )
$function$;

comment on function booking.check_text(text, text, integer) is
'Raises invalid_argument on text of more than p_most characters. Null is none.';
