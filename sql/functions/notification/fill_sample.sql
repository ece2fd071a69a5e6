-- For previews: samples hold no braces and come from reference data, so they can go in one after the other.
create or replace function booking.fill_sample(p_template text, p_is_html boolean)
returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
declare
    v_variable booking.message_variable;
    v_text text := p_template;
begin
    for v_variable in
        select m.*
        from booking.message_variable as m
        order by m.name
    loop
        v_text := regexp_replace(
            v_text, format('[{]{2} *%s *[}]{2}', v_variable.name),
            case
                when p_is_html then replace(replace(v_variable.sample, '&', '&amp;'), '<', '&lt;')
                else v_variable.sample
            end,
            'g'
        );
    end loop;
    return v_text;
end
$function$;

comment on function booking.fill_sample(text, boolean) is 'A template with a sample for each placeholder.';
