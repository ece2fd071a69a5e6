create or replace function booking.check_json(p_value jsonb, p_argument text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => booking.is_small_object(p_value),
        p_argument => p_argument, p_message => 'must be a JSON object of at most 16 KiB and 32 levels'
    )
$function$;

comment on function booking.check_json(jsonb, text) is 'Raises invalid_argument unless it is a small JSON object.';
