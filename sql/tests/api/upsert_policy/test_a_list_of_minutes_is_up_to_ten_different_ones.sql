begin;
\ir ../../helpers/shop.sql
select plan(12);

call pg_temp.make_shop();
create function pg_temp.refused(p_value jsonb)
returns text
language plpgsql
volatile
as $function$
begin
    call pg_temp.set_policy('reminders', p_value);
    return null;
exception when sqlstate 'PT400' then
    return sqlerrm;
end
$function$;

select is(pg_temp.refused('[1440, 60, 5]'), null, 'some minutes');
select is(
    (select p.value from booking_v1.effective_policies() as p where p.policy_name = 'reminders'), '[1440, 60, 5]',
    'they are in force'
);
select is(pg_temp.refused('[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]'), null, 'ten');
select is(pg_temp.refused('[]'), null, 'none');
select is(pg_temp.refused('60'), 'invalid_argument', 'not one that is no list');
select is(pg_temp.refused('null'), 'invalid_argument', 'nor no limit');
select is(pg_temp.refused('[60, "soon"]'), 'invalid_argument', 'nor words');
select is(pg_temp.refused('[60, 0]'), 'invalid_argument', 'nor the start itself');
select is(pg_temp.refused('[60, 1.5]'), 'invalid_argument', 'nor parts of a minute');
select is(pg_temp.refused('[60, 60]'), 'invalid_argument', 'nor the same twice');
select is(pg_temp.refused('[60, 60.0]'), 'invalid_argument', 'however it is written');
select is(pg_temp.refused('[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]'), 'invalid_argument', 'nor more than ten');

select * from finish();
rollback;
