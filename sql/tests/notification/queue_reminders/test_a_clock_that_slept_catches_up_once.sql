begin;
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
select plan(5);

call pg_temp.make_reminding_shop();
call pg_temp.have_appointment('Ada', '2026-06-08T08:00Z');
call pg_temp.have_appointment('Ben', '2026-06-08T10:00Z');
select is(pg_temp.reminders_at('2026-06-07T10:30Z'), array['Ada 1440 min', 'Ben 1440 min'], 'late, but for each');
select is(pg_temp.reminders_at('2026-06-07T10:31Z'), '{}', 'once');
call pg_temp.have_appointment('Cleo', '2026-06-09T08:00Z');
select is(
    pg_temp.reminders_at('2026-06-09T07:30Z'), array['Cleo 60 min'],
    'who slept through both times, sends the last; and none of what is over'
);
select is(pg_temp.reminders_at('2026-06-09T07:31Z'), '{}', 'not the other after it');
select is(
    (
        select count(*)
        from booking.outbox as o
        where o.tenant_id = pg_temp.id('shop') and o.kind = 'email' and o.due_at > booking.now()
    ),
    0::bigint,
    'all are to be sent at once'
);

select * from finish();
rollback;
