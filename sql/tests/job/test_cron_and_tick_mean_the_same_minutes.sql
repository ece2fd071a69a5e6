begin;
select plan(4);

-- Of a schedule, the minutes of a day: as pg_cron reads its text, and as booking.tick counts.
create function pg_temp.field_has(p_field text, p_number integer)
returns boolean
language sql
immutable
as $function$
    select case
        when p_field = '*' then true
        when p_field ~ '^\d+$' then p_field::integer = p_number
        else
            p_number between split_part(p_field, '-', 1)::integer
            and split_part(split_part(p_field, '-', 2), '/', 1)::integer
            and (p_number - split_part(p_field, '-', 1)::integer) % split_part(p_field, '/', 2)::integer = 0
    end
$function$;
create temporary table schedule as
select
    s.every, s.at, booking.cron_schedule(s.every, s.at) as cron,
    jsonb_populate_record(null::booking.job, jsonb_build_object('every', s.every, 'at', s.at)) as job
from (
    values
    (interval '00:01', interval '0'), ('00:05', '0'), ('00:05', '00:02'), ('00:15', '00:14'), ('01:00', '0'),
    ('01:00', '00:37'), ('02:00', '01:05'), ('06:00', '0'), ('12:00', '11:59'), ('24:00', '0'), ('24:00', '02:19')
) as s (every, at);
create temporary view differing as
    select s.cron, m.minute
    from schedule as s
    cross join generate_series(timestamptz '2026-03-28T00:00Z', '2026-03-30T00:00Z', '1 minute') as m (minute)
    where
        (booking.job_slot(s.job, m.minute) = m.minute) is distinct from (
            pg_temp.field_has(split_part(s.cron, ' ', 1), extract(minute from m.minute at time zone 'UTC')::integer)
            and pg_temp.field_has(split_part(s.cron, ' ', 2), extract(hour from m.minute at time zone 'UTC')::integer)
            and s.cron like '% * * *'
        );

select is_empty('select * from differing', 'in every minute both run, or neither');
select is(
    booking.job_slot((select s.job from schedule as s where s.every = '24:00' and s.at > '0'), '2026-03-28T02:18Z'),
    '2026-03-27T02:19Z', 'before its time it is the day before that counts'
);
select is(booking.cron_schedule('02:00', '01:05'), '5 1-23/2 * * *', 'cron''s fields are these');
update schedule as s set cron = '6 1-23/2 * * *' where s.every = '02:00';
select isnt_empty('select * from differing', 'another schedule would be seen');

select * from finish();
rollback;
