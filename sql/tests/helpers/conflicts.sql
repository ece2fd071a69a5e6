-- What list_booking_conflicts tells; included after shop.sql and statements.sql.

create function pg_temp.conflicts(p_arguments text default '')
returns text
language plpgsql
as $function$
declare
    v_conflicts text;
begin
    execute format(
        $$
            select string_agg(concat_ws(' ', o.idempotency_key, l.code), ', ' order by l.ordinality)
            from booking_v1.list_booking_conflicts(%s) with ordinality as l
            join booking.booking_operation as o
                on o.command = 'create_booking' and (o.outcome ->> 'booking_id')::uuid = l.booking_id
        $$, p_arguments
    ) into v_conflicts;
    return coalesce(v_conflicts, 'none');
end
$function$;

comment on function pg_temp.conflicts(text) is
'The conflicts in a few words, by the keys of their bookings: ''ten holiday, ten time_off''; or ''none''.';

create function pg_temp.conflicts_while(p_change text, p_undo text)
returns text
language plpgsql
as $function$
declare
    v_conflicts text;
begin
    execute p_change;
    v_conflicts := pg_temp.conflicts();
    execute p_undo;
    return format('%s; %s', v_conflicts, pg_temp.conflicts());
end
$function$;

comment on function pg_temp.conflicts_while(text, text) is
'The conflicts once a rule has changed and, behind a semicolon, once it is as before.';
