-- Another tenant's record is not found either: row security hides it.
create or replace function booking.check_found(p_is_found boolean, p_argument text, p_what text)
returns void
language sql
stable
as $function$
    select case
        when p_is_found is not true
            then booking.raise_error(
                p_code => 'not_found', p_message => 'there is no such ' || p_what,
                p_details => jsonb_build_object('argument', p_argument)
            )
    end
$function$;

comment on function booking.check_found(boolean, text, text) is
'Raises not_found unless p_is_found; p_what says what is missing ("holiday").';
