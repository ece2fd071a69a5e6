begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table caught (detail jsonb, hint text) on commit drop;
do $do$
declare
    v_detail text;
    v_hint text;
begin
    perform booking_v1.create_booking(
        p_idempotency_key => 'first', p_service_id => pg_temp.id('Cut'), p_starts_at => '2026-06-08T08:00Z',
        p_timezone => 'Mars/Olympus'
    );
exception
    when sqlstate 'PT400' then
        get stacked diagnostics v_detail = pg_exception_detail, v_hint = pg_exception_hint;
        insert into caught (detail, hint) values (v_detail::jsonb, v_hint);
end
$do$;

select is(c.detail ->> 'argument', 'p_timezone', 'in its details') from caught as c;
select matches(c.detail ->> 'message', 'IANA', 'with what is expected of it') from caught as c;
select isnt(c.hint, '', 'and a hint') from caught as c;

select * from finish();
rollback;
