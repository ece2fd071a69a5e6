-- Whoever asks the doctor whether all is well must not have to ask elsewhere, too. Of late and failed jobs and of
-- deliveries that were given up the checks of their own tell how it stands now.
create or replace function booking.find_open_alerts()
returns setof booking.finding
language sql
stable
as $function$
    select
        'find_open_alerts', null::uuid, a.source,
        format('has an open alert since %s: %s: %s', a.raised_at, a.code, a.message),
        case a.code
            when 'behind' then 'A run that is not full closes it. If none comes, call booking.run_job() for it by hand.'
            when 'tenant_failed' then 'Mend what the message says; the next run for this tenant closes it.'
            when 'time_zone_conflict' then 'Move or cancel the booking, or the one whose time it needs.'
            when 'webhook_disabled' then 'Mend the receiver, then enable it by upsert_webhook with its id.'
            else 'See the manual, "Alerts".'
        end
    from booking.open_alerts() as a
    where a.code not in ('late', 'failed', 'dead')
$function$;

comment on function booking.find_open_alerts() is 'Alerts that nobody has dealt with.';
