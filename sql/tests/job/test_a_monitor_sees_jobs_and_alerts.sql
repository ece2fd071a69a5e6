begin;
select plan(2);

set local role booking_monitor;
do $$ begin perform from booking.job_status(); end $$;
do $$ begin perform from booking.open_alerts(); end $$;
reset role;
select pass('jobs with their last runs, and what somebody has to look at');
select is(has_function_privilege('booking_monitor', 'booking.tick(integer)', 'execute'), false, 'and runs none');

select * from finish();
rollback;
