begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

create function pg_temp.error_with(p_duration interval)
returns text
language sql
volatile
as $function$
    select pg_temp.error_of_call(
        'explain_slot', format('%L, ''2026-06-08T08:00Z'', p_duration => %L', pg_temp.id('Cut'), p_duration)
    )
$function$;

select is(pg_temp.error_with('1 month'), '400 invalid_argument p_duration', 'a month');
select is(pg_temp.error_with('00:00'), '400 invalid_argument p_duration', 'nothing');
select is(
    pg_temp.error_of_call('explain_slot', $$ pg_temp.id('Cut'), '2026-06-08T08:00Z', p_party_size => 0 $$),
    '400 invalid_argument p_party_size', 'nor is a party of nobody one'
);

select * from finish();
rollback;
