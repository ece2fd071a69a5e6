begin;
select plan(7);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
create temporary table done (outcome booking_v1.outcome) on commit drop;

create function pg_temp.as_visitor(p_statement text)
returns booking_v1.outcome
language plpgsql
as $function$
declare
    v_outcome booking_v1.outcome;
begin
    perform set_config('request.jwt.claims', '{"role": "anon"}', true);
    perform set_config('role', 'anon', true);
    execute 'select o.* from ' || p_statement || ' as o' into v_outcome;
    perform set_config('role', 'none', true);
    return v_outcome;
end
$function$;

create function pg_temp.booking_for(p_key text, p_name text)
returns text
language sql
as $function$
    select format(
        'booking_v1.create_booking(%L, %L, ''2026-06-08T08:00Z'', p_customer_name => %L)',
        p_key, pg_temp.id('Cut'), p_name
    )
$function$;

select is(
    pg_temp.error_of(format('select pg_temp.as_visitor(%L)', pg_temp.booking_for('fifteen letters', 'Zoe'))),
    '400 invalid_argument p_idempotency_key', 'a key that can be guessed is none'
);
insert into done values (pg_temp.as_visitor(pg_temp.booking_for('sixteen letters!', 'Zoe')));
select is((d.outcome).status, 'completed', 'one of sixteen will do') from done as d;
select is(
    row(o.code, o.operation_id, o.booking_id, o.manage_token)::text, row('key_reused', null, null, null)::text,
    'with other arguments it tells that the key is taken, and nothing more'
)
from pg_temp.as_visitor(pg_temp.booking_for('sixteen letters!', 'Yan')) as o;
select is(o.manage_token, (d.outcome).manage_token, 'who lost the answer gets it again, with the token')
from done as d
cross join pg_temp.as_visitor(pg_temp.booking_for('sixteen letters!', 'Zoe')) as o;

create function pg_temp.cancellation_with(p_manage_token text)
returns text
language sql
as $function$
    select format(
        'booking_v1.cancel_booking(''another one of mine'', %L, p_manage_token => %L)',
        (d.outcome).booking_id, p_manage_token
    )
    from done as d
$function$;

select is(o.status, 'completed', 'the token cancels')
from done as d
cross join pg_temp.as_visitor(pg_temp.cancellation_with((d.outcome).manage_token)) as o;
select is(
    pg_temp.error_of(format('select pg_temp.as_visitor(%L)', pg_temp.cancellation_with(null))),
    '404 not_found p_booking_id', 'who knows the key and not the token is told nothing'
);
select is(o.replayed, true, 'with both it is replayed')
from done as d
cross join pg_temp.as_visitor(pg_temp.cancellation_with((d.outcome).manage_token)) as o;

select * from finish();
rollback;
