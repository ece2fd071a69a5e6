create or replace function booking.check_currency(p_currency text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => p_currency ~ '^[A-Z]{3}$', p_argument => 'p_currency',
        p_message => 'must be an ISO 4217 code such as EUR'
    )
$function$;

comment on function booking.check_currency(text) is 'Raises invalid_argument on what is no code of a currency.';
