create or replace function booking.check_channel(p_channel text)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => p_channel in ('email', 'sms', 'push'), p_argument => 'p_channel',
        p_message => 'must be email, sms or push'
    )
$function$;

comment on function booking.check_channel(text) is 'Raises invalid_argument on what messages can''t travel by.';
