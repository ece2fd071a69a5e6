begin;
select plan(3);
\ir ../../helpers/shop.sql
\ir ../../helpers/imports.sql
call pg_temp.make_shop();
call pg_temp.have_brought('over', '2026-06-08T08:00Z', 'cancelled');
call pg_temp.have_brought('ends there', '2026-06-08T09:00Z', 'pending');
call pg_temp.have_brought('ends here', '2026-06-08T10:00Z');
call pg_temp.have_brought('ends there', '2026-06-08T09:00Z', 'cancelled');
select booking_v1.cancel_booking('c', pg_temp.brought('ends here'), 'ill');
set local booking.now = '2026-06-02T05:00Z';
select pg_temp.bring('ends here', '2026-06-08T10:00Z', 'cancelled', p_notes => 'on foot');

create function pg_temp.told(p_external_id text)
returns table (cancelled_from text, cancelled_by text, cancelled_at timestamptz, reason text)
language sql
volatile
as $function$
    select b.cancelled_from, b.cancelled_by, b.cancelled_at, b.cancellation_reason
    from booking_v1.get_booking(pg_temp.brought(p_external_id)) as b
$function$;

select results_eq(
    $$ select * from pg_temp.told('over') $$,
    $$ values (null::text, null::text, '2026-06-01T05:00Z'::timestamptz, null::text) $$,
    'of what was cancelled before it came, no more is known'
);
select results_eq(
    $$ select * from pg_temp.told('ends there') $$,
    $$ values ('pending', null::text, '2026-06-01T05:00Z'::timestamptz, null::text) $$,
    'who imports is not who cancelled'
);
select results_eq(
    $$ select * from pg_temp.told('ends here') $$, $$ values ('confirmed', 'service', '2026-06-01T05:00Z'::timestamptz, 'ill') $$,
    'and what comes later takes nothing back'
);

select * from finish();
rollback;
