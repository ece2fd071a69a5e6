-- Where the next page of a list begins. A list that is short enough to be sorted whole numbers its rows, so that
-- what is visible, and its order, are written once.
create or replace function booking.page_start(p_is_next boolean, p_position bigint)
returns bigint
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
begin
    perform booking.check_argument(
        p_is_valid => p_position is not null or not p_is_next, p_argument => 'p_after',
        p_message => 'must be the id of a row of this list'
    );
    return coalesce(p_position, 0);
end
$function$;

comment on function booking.page_start(boolean, bigint) is
'The number of the row after which a page begins: p_position, that of p_after; 0 unless p_is_next. Raises
invalid_argument if that row is not in the list.';
