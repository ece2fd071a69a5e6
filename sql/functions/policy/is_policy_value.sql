create or replace function booking.is_policy_value(p_definition booking.policy_definition, p_value jsonb)
returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $function$
    select case
        when p_value is null then true
        when p_value = 'null' then (p_definition).value_kind in ('integer', 'email')
        when (p_definition).value_kind = 'boolean' then jsonb_typeof(p_value) = 'boolean'
        when (p_definition).value_kind = 'email' then booking.is_mail_address(p_value #>> '{}')
        when (p_definition).value_kind = 'minutes_list' and jsonb_typeof(p_value) <> 'array' then false
        else (
            -- an integer is a list of one
            select
                coalesce(
                    bool_and(
                        case
                            -- not 24.0 either: what is kept is read as an integer
                            when jsonb_typeof(v.value) = 'number' and v.value #>> '{}' ~ '^-?[0-9]{1,9}$'
                                then
                                    (v.value #>> '{}')::integer
                                    between (p_definition).minimum and (p_definition).maximum
                            else false
                        end
                    ),
                    true
                )
                and count(*) <= 10 and count(*) = count(distinct v.value)
            from jsonb_array_elements(
                case when (p_definition).value_kind = 'minutes_list' then p_value else jsonb_build_array(p_value) end
            ) as v (value)
        )
    end
$function$;

comment on function booking.is_policy_value(booking.policy_definition, jsonb) is
'Whether a policy can have that value. Null: back to what it inherits; JSON null: no limit.';
