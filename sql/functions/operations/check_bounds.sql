-- For lists, whose bounds may be left out. An end before the beginning is a mistake, and not answered by an empty list.
create or replace function booking.check_bounds(p_from anyelement, p_to anyelement)
returns void
language sql
stable
as $function$
    select booking.check_argument(
        p_is_valid => coalesce(p_from <= p_to, true), p_argument => 'p_to',
        p_message => 'must not be before p_from'
    )
$function$;

comment on function booking.check_bounds(anyelement, anyelement) is
'Raises invalid_argument on bounds, instants or dates, that are in the wrong order. Null is no bound.';
