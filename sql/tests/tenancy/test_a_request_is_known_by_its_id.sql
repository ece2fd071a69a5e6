begin;
select plan(5);

create function pg_temp.id_with(p_headers text)
returns text
language plpgsql
as $function$
begin
    perform set_config('request.headers', p_headers, true);
    return (booking.caller()).correlation_id;
end
$function$;

select is(pg_temp.id_with('{}'), null, 'none');
select is(pg_temp.id_with('{"x-request-id": "r"}'), 'r', 'its own');
select is(pg_temp.id_with('{"x-request-id": "r", "x-correlation-id": "c"}'), 'c', 'that of what it is part of, first');
select is(
    pg_temp.id_with(format('{"x-request-id": "%s"}', repeat('r', 101))), repeat('r', 100), 'its first 100 characters'
);
set local booking.correlation_id = 'm';
select is(pg_temp.id_with('{"x-correlation-id": "c"}'), 'm', 'and before all, the one that was made for it');

select * from finish();
rollback;
