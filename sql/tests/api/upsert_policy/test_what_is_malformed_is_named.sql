begin;
select plan(16);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();

call pg_temp.make_shop(p_name => 'other', p_people => '{Eve}', p_service => 'Massage');
call pg_temp.enter_shop('shop');

select is(pg_temp.error_of_call('upsert_policy', c.arguments), c.error, c.what)
from (
    values
    ($$ 'kindness', '1' $$, '400 invalid_argument p_policy_name', 'a policy there is not'),
    ($$ 'max_reschedules', '-1' $$, '400 invalid_argument p_value', 'too little'),
    ($$ 'max_reschedules', '1001' $$, '400 invalid_argument p_value', 'too much'),
    ($$ 'max_reschedules', '1.5' $$, '400 invalid_argument p_value', 'a fraction'),
    ($$ 'max_reschedules', '2.0' $$, '400 invalid_argument p_value', 'what can be read as a fraction'),
    ($$ 'reminders', '[60.0]' $$, '400 invalid_argument p_value', 'nor in a list'),
    ($$ 'max_reschedules', '"3"' $$, '400 invalid_argument p_value', 'a text'),
    ($$ 'public_booking', '1' $$, '400 invalid_argument p_value', 'a number for a switch'),
    ($$ 'reply_to_email', '"shop"' $$, '400 invalid_argument p_value', 'no address'),
    ($$ 'reply_to_email', '"a@b.example\nBcc: c@d.example"' $$, '400 invalid_argument p_value', 'two lines'),
    ($$ 'reply_to_email', '"grüße@shop.example"' $$, '400 invalid_argument p_value', 'letters that not every server takes'),
    ($$ 'reply_to_email', '"=?q?a@shop.example"' $$, '400 invalid_argument p_value', 'what a header has for encoded'),
    ($$ 'reply_to_email', '["a@b.example"]' $$, '400 invalid_argument p_value', 'a list'),
    ($$ 'reply_to_email', '"a@b..example"' $$, '400 invalid_argument p_value', 'no host'),
    ($$ 'double_booking_prevention', 'false' $$, '400 invalid_argument p_value', 'what cannot be otherwise'),
    ($$ 'max_reschedules', '1', pg_temp.id('Massage') $$, '404 not_found p_service_id', 'a service of another tenant')
) as c (arguments, error, what);

select * from finish();
rollback;
