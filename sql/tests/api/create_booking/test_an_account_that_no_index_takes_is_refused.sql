begin;
select plan(2);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create function pg_temp.error_for(p_length integer)
returns text
language sql
as $function$
    select set_config(
        'request.jwt.claims',
        json_build_object(
            'role', 'authenticated',
            -- nothing that could be compressed
            'sub', (
                select left(string_agg(encode(sha256(n::text::bytea), 'hex'), ''), p_length)
                from generate_series(1, 100) as n
            )
        )::text,
        true
    );
    select pg_temp.error_of_call('create_booking', $$ 'key', pg_temp.id('Cut'), '2026-06-08T08:00Z' $$)
$function$;

select is(pg_temp.error_for(2001), '401 not_authenticated', 'and PostgreSQL does not say by which index');
select is(pg_temp.error_for(2000), 'no error', 'what is just short enough books');

select * from finish();
rollback;
