create or replace function booking.next_status(p_status text, p_kind text)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    return (
        select t.to_status
        from booking.status_transition as t
        where t.from_status = p_status and t.event_kind = p_kind
    );
end
$function$;

comment on function booking.next_status(text, text) is 'The status after an event; null: not allowed.';
