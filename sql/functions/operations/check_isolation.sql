-- What is decided under a lock has to be decided by what is there once the lock is held; a snapshot of REPEATABLE READ
-- is older. By one, hours could change while the timetable made of the old ones stayed, and two owners could delete
-- each other.
create or replace function booking.check_isolation()
returns void
language sql
stable
as $function$
    select case
        when current_setting('transaction_isolation') <> 'read committed'
            then booking.raise_error(
                p_code => 'invalid_argument',
                p_message => 'this runs in READ COMMITTED transactions only',
                p_hint => 'Begin the transaction with isolation level read committed.'
            )
    end
$function$;

comment on function booking.check_isolation() is 'Raises invalid_argument in a transaction of another isolation level.';
