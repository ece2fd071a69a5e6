begin;
select plan(5);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{a}');
do $do$
begin
    for v_attempt in 1..3 loop
        if pg_temp.lease() <> '{a}' then
            raise exception 'attempt %: %', v_attempt, pg_temp.state('a');
        end if;
        exit when v_attempt = 3;
        perform set_config('booking.now', (booking.now() + interval '1 minute')::text, true);
    end loop;
end
$do$;

call pg_temp.queue('{b}');
select is(pg_temp.lease(), '{b}', 'somebody takes another');
select is(pg_temp.state('a'), 'leased 3', 'which ends no lease');
call pg_temp.have_reported('b', 'done');
set local booking.now = '2026-06-01T05:03Z';
select is(pg_temp.state('a'), 'leased 3', 'nobody came back from three attempts');
select is(pg_temp.lease(), '{}', 'nobody makes a fourth');
select is(pg_temp.state('a'), 'dead 3 the lease of the last attempt ran out', 'it is dead');

select * from finish();
rollback;
