create or replace function booking.check_language(p_language text, p_argument text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => booking.is_language(p_language => p_language), p_argument => p_argument,
        p_message => 'must be a language tag such as de or de-AT'
    )
$function$;

comment on function booking.check_language(text, text) is
'Raises invalid_argument on what is no language, script and region as BCP 47 writes them.';
