-- The times of day that a message tells. The database works them out, since it is what promised them: the worker's
-- machine may have older or newer rules of the zone.
create or replace function booking.local_times(p_facts jsonb, p_time_zone text)
returns jsonb
language sql
stable
as $function$
    select jsonb_object_agg(f.name, (f.value #>> '{}')::timestamptz at time zone p_time_zone)
    from jsonb_each(p_facts) as f (name, value)
    where
        f.name in ('starts_at', 'ends_at', 'previous_starts_at', 'previous_ends_at', 'answer_until')
        and f.value <> 'null'
$function$;

comment on function booking.local_times(jsonb, text) is
'The instants of message_facts by the clocks of a zone, by their names.';
