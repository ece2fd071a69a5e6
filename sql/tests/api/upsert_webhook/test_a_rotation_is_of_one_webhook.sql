begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/webhooks.sql
\ir ../../helpers/secrets.sql
call pg_temp.make_shop();
call pg_temp.have_webhook('other');
do $do$
begin
    perform booking_v1.upsert_webhook(
        'https://example.org/other', p_rotate_secret => true, p_webhook_id => pg_temp.id('other')
    )
    from generate_series(1, 4);
end
$do$;

create function pg_temp.others()
returns text[]
language sql
as $function$
    select array_agg(s.ends_at || ' ' || encode(s.secret, 'hex') order by s.ends_at, s.secret)
    from booking.webhook_secret as s
    where s.tenant_id = pg_temp.id('shop') and s.webhook_id = pg_temp.id('other')
$function$;

create temporary table before as select pg_temp.others() as others;
select is(cardinality(b.others), 5, 'another has as many secrets as may be') from before as b;
call pg_temp.rotate('first');
call pg_temp.rotate('second');
select is(pg_temp.others(), b.others, 'it keeps them, as long as before') from before as b;
call pg_temp.rotate('third', p_revoke_old_secrets => true);
select is(pg_temp.others(), b.others, 'also while those of this one are revoked') from before as b;

select * from finish();
rollback;
