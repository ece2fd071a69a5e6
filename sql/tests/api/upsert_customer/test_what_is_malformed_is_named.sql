begin;
select plan(19);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.run($$ select booking_v1.upsert_customer('Zoe', 'zoe@example.org') $$);

select is(pg_temp.error_of_call('upsert_customer', c.arguments), c.error, c.what)
from (
    values
    ($$  $$, '400 invalid_argument p_name', 'nothing at all'),
    ($$ ' ' $$, '400 invalid_argument p_name', 'a blank name'),
    ($$ repeat('x', 201) $$, '400 invalid_argument p_name', 'a long name'),
    ($$ E'Zoe\nBcc' $$, '400 invalid_argument p_name', 'a name of two lines'),
    ($$ 'Zoe', 'zoe' $$, '400 invalid_argument p_email', 'no address'),
    ($$ 'Zoe', repeat('z', 309) || '@example.org' $$, '400 invalid_argument p_email', 'a long address'),
    ($$ 'Zoe', E'z\u2028oe@example.org' $$, '400 invalid_argument p_email', 'an address of two lines'),
    ($$ 'Zoe', E'zoe@example.org\u3000' $$, '400 invalid_argument p_email', 'a wide space'),
    ($$ 'Zoe', E'zo\u200be@example.org' $$, '400 invalid_argument p_email', 'what cannot be seen'),
    ($$ 'Zoe', E'zoe@\u202egro.elpmaxe' $$, '400 invalid_argument p_email', 'from right to left'),
    ($$ 'Zoe', p_phone => ' ' $$, '400 invalid_argument p_phone', 'a blank number'),
    ($$ 'Zoe', p_phone => repeat('1', 51) $$, '400 invalid_argument p_phone', 'a long number'),
    ($$ 'Zoe', p_phone => '12' $$, '400 invalid_argument p_phone', 'a number of two digits'),
    ($$ 'Zoe', p_phone => 'call me' $$, '400 invalid_argument p_phone', 'words'),
    ($$ 'Zoe', p_phone => '030 123 or so' $$, '400 invalid_argument p_phone', 'words after a number'),
    ($$ 'Zoe', p_phone => E'030 123\n456' $$, '400 invalid_argument p_phone', 'a number of two lines'),
    ($$ 'Zoe', p_phone => E'030 123\n' $$, '400 invalid_argument p_phone', 'a number and a line'),
    ($$ 'Zoe', p_phone => '030 123 x' $$, '400 invalid_argument p_phone', 'an extension without a number'),
    (
        $$ 'Ann', 'ZOE@example.org', p_customer_id => pg_temp.id('Ann') $$,
        '400 invalid_argument p_email', 'the address of somebody else'
    )
) as c (arguments, error, what);

select * from finish();
rollback;
