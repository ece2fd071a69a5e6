begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/reminders.sql
\ir ../../helpers/messages.sql
\ir ../../helpers/imports.sql
call pg_temp.make_reminding_shop();
call pg_temp.have_people();
call pg_temp.have_brought('soon', '2026-06-01T05:30Z');
call pg_temp.have_brought('to come', '2026-06-03T08:00Z');
call pg_temp.have_brought('past', '2026-05-04T08:00Z');
call pg_temp.have_brought('cancelled', '2026-06-03T10:00Z', 'cancelled');
call pg_temp.have_brought('waiting', '2026-06-03T12:00Z', 'pending');

select is_empty('select * from pg_temp.told()', 'neither who comes nor who serves is told what they know');
select is(
    pg_temp.reminders_at('2026-06-01T05:01Z'), '{}',
    'a reminder whose time was before the import was the other system''s'
);
select is(pg_temp.reminders_at('2026-06-02T08:00Z'), '{Zoe 1440 min}', 'one that is still ahead comes');
call pg_temp.have_brought('to come', '2026-06-02T08:30Z');
select is(pg_temp.reminders_at('2026-06-02T08:01Z'), '{}', 'what was moved there is not reminded of at once');
select is_empty(
    $$ select t from pg_temp.told() as t where t not like '%reminder%' $$, 'and nobody is told of the move'
);

select * from finish();
rollback;
