-- At most 75 octets a line, counted in UTF-8; what is longer goes on after a line's end and a space. A character is
-- never divided.
create or replace function booking.calendar_line(p_name text, p_value text)
returns text
language plpgsql
immutable parallel safe
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_rest text := p_name || ':' || p_value;
    v_line text := '';
    v_room integer := 75;
    v_count integer;
begin
    while octet_length(convert_to(v_rest, 'utf8')) > v_room loop
        v_count := v_room;
        while octet_length(convert_to(left(v_rest, v_count), 'utf8')) > v_room loop
            v_count := v_count - 1;
        end loop;
        v_line := v_line || left(v_rest, v_count) || E'\r\n ';
        v_rest := substr(v_rest, v_count + 1);
        v_room := 74;
    end loop;
    return v_line || v_rest || E'\r\n';
end
$function$;

comment on function booking.calendar_line(text, text) is
'A content line with its end (RFC 5545, 3.1). Null where p_value is.';
