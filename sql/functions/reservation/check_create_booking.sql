create or replace function booking.check_create_booking(
    p_starts_at timestamptz,
    p_party_size integer,
    p_timezone text,
    p_answers jsonb,
    p_notes text,
    p_metadata jsonb
)
returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_instant(p_instant => p_starts_at, p_argument => 'p_starts_at');
    perform booking.check_party_size(p_party_size => p_party_size);
    if p_timezone is not null then
        perform booking.check_time_zone(p_time_zone => p_timezone, p_argument => 'p_timezone');
    end if;
    perform booking.check_json(p_value => p_answers, p_argument => 'p_answers');
    perform booking.check_json(p_value => p_metadata, p_argument => 'p_metadata');
    perform booking.check_argument(
        p_is_valid => coalesce(length(p_notes), 0) <= 4000, p_argument => 'p_notes',
        p_message => 'must have at most 4000 characters'
    );
end
$function$;

comment on function booking.check_create_booking(timestamptz, integer, text, jsonb, text, jsonb) is
'Raises invalid_argument on what no booking can be made of.';
