begin;
select plan(9);

-- as a database or a caller may have it
set local standard_conforming_strings = off;
set local escape_string_warning = off;

select ok(booking.is_name('Ada'), 'a name is one');
select ok(not booking.is_name(E'Ada\tLovelace'), 'two columns are no name');
select ok(not booking.is_blank('Ada'), 'something can be seen of it');
select ok(not booking.is_mail_address('ada@example!org'), 'an exclamation mark is no full stop');
select ok(not booking.is_contact(null, null, '030 1234 ext! 5'), 'nor is it in a telephone number');
select is(booking.calendar_text(E'Cut, dry\nand dye'), E'Cut\\, dry\\nand dye', 'a comma in a calendar stays');
select ok(booking.is_policy_value(d, '24'), 'a number is one')
from booking.policy_definition as d
where d.policy_name = 'minimum_booking_notice_hours';
select lives_ok($$select booking.check_webhook_url('https://example.org/x')$$, 'an address is one');
select set_config('booking.client_address', '[2001:db8::1]:5555', true);
select is(booking.client_address(), '2001:db8::/64', 'a port is no part of an address');

select * from finish();
rollback;
