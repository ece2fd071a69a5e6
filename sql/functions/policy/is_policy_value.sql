create or replace function booking.is_policy_value(p_definition booking.policy_definition, p_value jsonb)
returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $function$
    select case
        when p_value is null then true
        when p_value = 'null' then (p_definition).value_kind = 'integer'
        when (p_definition).value_kind = 'boolean' then jsonb_typeof(p_value) = 'boolean'
        when jsonb_typeof(p_value) = 'number'
            then
                (p_value #>> '{}')::numeric between (p_definition).minimum and (p_definition).maximum
                and (p_value #>> '{}')::numeric % 1 = 0
        else false
    end
$function$;

comment on function booking.is_policy_value(booking.policy_definition, jsonb) is
'Whether a policy can have that value. Null: back to what it inherits; JSON null: no limit.';
