begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
create function pg_temp.policy(p_name text)
returns text
language sql
stable
as $function$
    select concat_ws(' ', p.source, p.value)
    from booking_v1.effective_policies() as p
    where p.policy_name = p_name
$function$;

call pg_temp.set_policy('max_reschedules', '"none"');
select is(pg_temp.policy('max_reschedules'), 'tenant null', 'by JSON without null, for which PostgREST has SQL null');
call pg_temp.set_policy('reply_to_email', '"none"');
select is(pg_temp.policy('reply_to_email'), 'tenant null', 'nor an address');
select throws_ok(
    $$ select booking_v1.upsert_policy('public_booking', '"none"') $$, 'PT400', 'invalid_argument', 'a switch is on or off'
);

select * from finish();
rollback;
