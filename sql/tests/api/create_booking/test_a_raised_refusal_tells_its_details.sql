begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local booking.on_refusal = 'raise';
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
create temporary table caught (detail jsonb, hint text) on commit drop;
do $do$
declare
    v_detail text;
    v_hint text;
begin
    perform pg_temp.book('2026-06-08T08:00Z');
exception
    when sqlstate 'PT409' then
        get stacked diagnostics v_detail = pg_exception_detail, v_hint = pg_exception_hint;
        insert into caught (detail, hint) values (v_detail::jsonb, v_hint);
end
$do$;

select is(jsonb_array_length(c.detail -> 'alternatives'), 5, 'DETAIL is the details as JSON')
from caught as c;
select isnt(c.hint, '', 'HINT says what to do') from caught as c;

select * from finish();
rollback;
