begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();

select is(
    pg_temp.error_of_call(
        'upsert_membership',
        format(
            $$ 'sam', 'staff', (select array_agg(pg_temp.id('Ada')) from generate_series(1, %s)) $$, n.count
        )
    ),
    n.error, n.count || ' resources'
)
from (values ('1000', 'no error'), ('1001', '400 invalid_argument p_resource_ids')) as n (count, error);

select * from finish();
rollback;
