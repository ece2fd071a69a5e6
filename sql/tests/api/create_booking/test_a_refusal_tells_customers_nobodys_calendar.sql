begin;
select plan(6);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben, Eve}');
call pg_temp.run($$ select booking_v1.upsert_time_off(pg_temp.id('Ada'), '2026-06-08') $$);
call pg_temp.run($$ select booking_v1.upsert_time_off(pg_temp.id('Ben'), '2026-06-08') $$);
call pg_temp.have_booking('taken', '2026-06-08T08:00Z', pg_temp.id('Eve'));

create function pg_temp.reasons_for(p_claims text, p_starts_at timestamptz)
returns jsonb
language plpgsql
as $function$
declare
    v_outcome booking_v1.outcome;
begin
    perform set_config('request.jwt.claims', p_claims, true);
    v_outcome := pg_temp.book(p_starts_at);
    perform set_config('request.jwt.claims', '', true);
    return v_outcome.details -> 'reasons';
end
$function$;

select is(
    pg_temp.reasons_for('', '2026-06-08T08:00Z') #>> '{0,message}', 'Eve is booked', 'who works there learns who is booked'
);
select is(
    jsonb_array_length(pg_temp.reasons_for('', '2026-06-08T08:00Z')), 3, 'and who is away'
);
select is(
    pg_temp.reasons_for('{"role": "authenticated", "sub": "zoe"}', '2026-06-08T08:00Z'),
    '[
        {"code": "slot_taken", "message": "nobody who could serve it is free then"},
        {"code": "time_off", "message": "nobody who could serve it is free then"}
    ]',
    'a customer, each code once: not whose it is, how many, nor until when'
);
select is(
    pg_temp.reasons_for('{"role": "authenticated", "sub": "zoe"}', '2026-06-09T08:00Z'),
    '[{"code": "outside_availability", "message": "nobody who could serve it is free then"}]',
    'nor who does not work on a day'
);
call pg_temp.run($$ select booking_v1.upsert_opening_hours(1, '09:00', '17:00') $$);
select is(
    pg_temp.reasons_for('{"role": "authenticated", "sub": "zoe"}', '2026-06-08T18:00Z') -> 0,
    '{"code": "outside_opening_hours", "message": "it is closed then"}', 'but that the shop is closed'
);
select is(
    pg_temp.reasons_for('{"role": "authenticated", "sub": "zoe"}', '2026-06-01T05:30Z') #>> '{0,rule}',
    'minimum_booking_notice_hours', 'rules of the shop are told in full'
);

select * from finish();
rollback;
