-- The one reader of hours as JSON: {"1": {"is_open": true, "start_time": "09:00", "end_time": "18:00"}, …}.
-- A mistake is named by its path, p_hours.1.start_time.
create or replace function booking.week_windows(p_hours jsonb)
returns table (weekday integer, start_time time, end_time time)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_clock text := '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$';
    v_unknown text;
    v_starts text[] := array[]::text[];
    v_window record;
begin
    perform booking.check_json(p_value => p_hours, p_argument => 'p_hours');
    for v_window in
        select
            d.key as day,
            'p_hours.' || left(d.key, 50)
                || case when jsonb_typeof(d.value) = 'array' and w.value is not null
                    then format('[%s]', w.position - 1) else '' end as path,
            w.value as hours
        from jsonb_each(p_hours) as d
        left join lateral jsonb_array_elements(
            case jsonb_typeof(d.value) when 'array' then d.value else jsonb_build_array(d.value) end
        ) with ordinality as w (value, position) on true
        order by d.key, w.position
    loop
        perform booking.check_argument(
            p_is_valid => v_window.day ~ '^[0-6]$', p_argument => v_window.path,
            p_message => 'is no weekday: "0" is Sunday, "6" Saturday'
        );
        continue when v_window.hours is null; -- an empty list: closed
        perform booking.check_argument(
            p_is_valid => jsonb_typeof(v_window.hours) = 'object', p_argument => v_window.path,
            p_message => 'must be an object with is_open, start_time and end_time'
        );
        select min(k.key) into v_unknown
        from jsonb_object_keys(v_window.hours) as k (key)
        where k.key not in ('is_open', 'start_time', 'end_time');
        perform booking.check_argument(
            p_is_valid => v_unknown is null, p_argument => concat(v_window.path, '.', left(v_unknown, 50)),
            p_message => 'is none of is_open, start_time and end_time'
        );
        perform booking.check_argument(
            p_is_valid => jsonb_typeof(coalesce(v_window.hours -> 'is_open', 'true')) = 'boolean',
            p_argument => v_window.path || '.is_open', p_message => 'must be true or false'
        );
        continue when v_window.hours -> 'is_open' = 'false';
        perform booking.check_argument(
            p_is_valid => v_window.hours ->> 'start_time' ~ v_clock,
            p_argument => v_window.path || '.start_time', p_message => 'must be a time such as "09:00"'
        );
        perform booking.check_argument(
            p_is_valid => v_window.hours ->> 'end_time' ~ v_clock or v_window.hours ->> 'end_time' = '24:00',
            p_argument => v_window.path || '.end_time', p_message => 'must be a time such as "18:00"'
        );
        weekday := v_window.day::integer;
        start_time := (v_window.hours ->> 'start_time')::time;
        perform booking.check_argument(
            p_is_valid => format('%s %s', weekday, start_time) <> all(v_starts),
            p_argument => v_window.path || '.start_time', p_message => 'must differ from the other windows of the day'
        );
        v_starts := v_starts || format('%s %s', weekday, start_time);
        end_time := (v_window.hours ->> 'end_time')::time;
        return next;
    end loop;
end
$function$;

comment on function booking.week_windows(jsonb) is
'The windows of a week written as JSON. Raises invalid_argument, naming the path at fault.';
