begin;
select plan(3);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table caught (code text, detail jsonb) on commit drop;
do $do$
declare
    v_code text;
    v_detail text;
begin
    call pg_temp.set_policy('double_booking_prevention', 'false');
exception
    when sqlstate 'PT400' then
        get stacked diagnostics v_code = message_text, v_detail = pg_exception_detail;
        insert into caught (code, detail) values (v_code, v_detail::jsonb);
end
$do$;

select is(c.code, 'invalid_argument', 'it is refused') from caught as c;
select is(
    c.detail ->> 'message', 'p_value cannot be changed. Always true: a constraint of the database enforces it.',
    'and the words say why'
)
from caught as c;
select is(array[p.value, to_jsonb(p.is_fixed)], array['true', 'true']::jsonb[], 'and the list of policies says so')
from booking_v1.effective_policies() as p
where p.policy_name = 'double_booking_prevention';

select * from finish();
rollback;
