create or replace function booking.is_small_object(p_value jsonb)
returns boolean
language sql
stable parallel safe
as $function$
    select coalesce(
        jsonb_typeof(p_value) = 'object'
        and pg_column_size(p_value) <= 16384
        and not jsonb_path_exists(p_value, '$.**{33}'),
        false
    )
$function$;

comment on function booking.is_small_object(jsonb) is
'Whether a value is a JSON object of at most 16 KiB and 32 levels, which every client can read.';
