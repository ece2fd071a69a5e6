begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.language_after(p_language text)
returns text
language plpgsql
as $function$
begin
    perform booking_v1.upsert_tenant(
        'pgtap-shop', 'shop', 'Europe/Berlin', pg_temp.id('shop'), p_language => p_language
    );
    return (select t.language from booking.tenant as t where t.tenant_id = pg_temp.id('shop'));
end
$function$;

select is(pg_temp.language_after(null), 'en', 'English, as long as nobody says otherwise');
select is(pg_temp.language_after('de-AT'), 'de-AT', 'another');
select is(pg_temp.language_after(null), 'de-AT', 'which stays');

select * from finish();
rollback;
