-- Refuses a malformed argument: an error, not an outcome, so that nothing is recorded under the key.
create or replace function booking.check_argument(p_is_valid boolean, p_argument text, p_message text)
returns void
language sql
stable
as $function$
    select case
        when p_is_valid is not true
            then booking.raise_error(
                p_code => 'invalid_argument',
                p_message => p_argument || ' ' || p_message,
                p_details => jsonb_build_object('argument', p_argument)
            )
    end
$function$;

comment on function booking.check_argument(boolean, text, text) is
'Raises invalid_argument unless p_is_valid; p_message goes on from the argument''s name ("must be …").';
