-- No rest is longer than ten minutes, see log_webhook: one that ends later was given by a clock that was ahead.
create or replace function booking.is_resting(p_webhook booking.webhook, p_now timestamptz)
returns boolean
language sql
immutable parallel safe
as $function$
    select coalesce(
        (p_webhook).rests_until > p_now and (p_webhook).rests_until <= p_now + interval '10 minutes', false
    )
$function$;

comment on function booking.is_resting(booking.webhook, timestamptz) is
'Whether a webhook that gave no answer is left alone by now.';
