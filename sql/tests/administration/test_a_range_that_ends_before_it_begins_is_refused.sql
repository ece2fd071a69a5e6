begin;
select plan(12);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();

create temporary table list (name) as values
('list_booking_conflicts'), ('list_bookings'), ('list_date_overrides'), ('list_holidays'), ('list_personal_data_access'),
('list_time_off');

select is(
    pg_temp.error_of_call(l.name, $$ p_from => '2026-06-09', p_to => '2026-06-08' $$), '400 invalid_argument p_to',
    l.name || ': the end before the beginning'
)
from list as l;
select is(
    pg_temp.error_of_call(l.name, $$ p_from => '2026-06-08', p_to => '2026-06-08' $$), 'no error',
    l.name || ': one day'
)
from list as l;

select * from finish();
rollback;
