begin;
select plan(15);
\ir ../../helpers/shop.sql
\ir ../../helpers/commands.sql
call pg_temp.make_shop(p_people => '{Ada, Eve}');
call pg_temp.have_booking_for_each_command();

create function pg_temp.answer_to(p_command text, p_more text)
returns text
language plpgsql
as $function$
declare
    v_answer text;
begin
    execute format(
        'select concat_ws('' '', o.status, o.code, nullif(o.replayed, false)) from booking_v1.%I(%L, %L, %s) as o',
        p_command, p_command || ' once', case p_command
            when 'erase_customer' then pg_temp.id('Zoe')
            else pg_temp.booking_of(p_command)
        end, p_more
    ) into v_answer;
    return v_answer;
end
$function$;

insert into booking.customer (tenant_id, customer_id, name) values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe');
create temporary table request (command text, first text, other text, what text) on commit drop;
insert into request (command, first, other, what) values
('cancel_booking', 'p_reason => null', 'p_reason => ''ill''', 'its reason'),
('cancel_booking', 'p_reason => null', 'p_expected_version => 1', 'its version'),
('cancel_booking', 'p_reason => null', 'p_override_reason => ''ill''', 'why past the deadline'),
('confirm_booking', 'p_expected_version => null', 'p_expected_version => 1', 'its version'),
('reschedule_booking', 'p_starts_at => ''2026-06-08T13:00Z''', 'p_starts_at => ''2026-06-08T14:00Z''', 'its start'),
(
    'reschedule_booking', 'p_starts_at => ''2026-06-08T13:00Z''',
    format('p_starts_at => ''2026-06-08T13:00Z'', p_resource_id => %L', pg_temp.id('Eve')), 'who serves'
),
(
    'reschedule_booking', 'p_starts_at => ''2026-06-08T13:00Z''',
    'p_starts_at => ''2026-06-08T13:00Z'', p_duration => ''01:00''', 'its duration'
),
(
    'reschedule_booking', 'p_starts_at => ''2026-06-08T13:00Z''',
    'p_starts_at => ''2026-06-08T13:00Z'', p_expected_version => 1', 'its version'
),
(
    'reschedule_booking', 'p_starts_at => ''2026-06-08T13:00Z''',
    'p_starts_at => ''2026-06-08T13:00Z'', p_override_reason => ''ill''', 'why past the deadline'
),
('erase_customer', 'p_reason => null', 'p_reason => ''as asked''', 'its reason');

select is(pg_temp.answer_to(r.command, r.first), 'completed', r.command || ' happens')
from (select distinct q.command, q.first from request as q) as r;
select is(pg_temp.answer_to(r.command, r.other), 'failed key_reused', r.command || ' is another by ' || r.what)
from request as r;
select is(concat_ws(' ', o.status, o.code), 'failed key_reused', 'and by the name of another command')
from booking_v1.erase_customer('confirm_booking once', pg_temp.booking_of('confirm_booking')) as o;

select * from finish();
rollback;
