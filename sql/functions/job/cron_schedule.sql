create or replace function booking.cron_schedule(p_every interval, p_at interval)
returns text
language sql
immutable parallel safe
as $function$
    select concat_ws(
        ' ',
        case
            when p_every = interval '00:01' then '*'
            when p_every < interval '01:00'
                then extract(minute from p_at)::text || '-59/' || extract(minute from p_every)::text
            else extract(minute from p_at)::text
        end,
        case
            when p_every <= interval '01:00' then '*'
            when p_every < interval '24:00'
                then extract(hour from p_at)::text || '-23/' || extract(hour from p_every)::text
            else extract(hour from p_at)::text
        end,
        '* * *'
    )
$function$;

comment on function booking.cron_schedule(interval, interval) is
'The schedule of a job in cron''s five fields, in UTC. See booking.job.';
