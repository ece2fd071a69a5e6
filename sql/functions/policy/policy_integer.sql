create or replace function booking.policy_integer(p_terms booking.terms, p_policy_name text)
returns integer
language sql
immutable parallel safe
as $function$
    select ((p_terms).policies ->> p_policy_name)::integer
$function$;

comment on function booking.policy_integer(booking.terms, text) is 'An integer policy of the terms; null: no limit.';
