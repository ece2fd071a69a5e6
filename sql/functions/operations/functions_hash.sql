-- What decides how definitions are written and sorted is set here, so that it is the same in every session and
-- database.
create or replace function booking.functions_hash(p_functions oid[] default null)
returns text
language sql
stable
set search_path = pg_catalog, pg_temp -- names of types are told as it makes them
set datestyle = 'ISO, MDY'
set intervalstyle = 'postgres'
set timezone = 'UTC'
set extra_float_digits = '1'
set quote_all_identifiers = off
set standard_conforming_strings = on
as $function$
    select encode(
        sha256(convert_to(
            string_agg(pg_get_functiondef(p.oid), '' order by p.oid::regprocedure::text collate "C"), 'utf8'
        )),
        'hex'
    )
    from pg_catalog.pg_proc as p
    where
        p.pronamespace in ('booking'::regnamespace, 'booking_v1'::regnamespace) and p.prokind = 'f'
        and (p_functions is null or p.oid = any(p_functions))
$function$;

comment on function booking.functions_hash(oid[]) is 'sha256 over the definitions of functions, null: of all.';
