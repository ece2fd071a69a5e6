begin;
select plan(1);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

set local request.jwt.claims = '{"role": "service_role", "sub": "ada"}';
call pg_temp.have_booking('first', '2026-06-08T08:00Z');
set local request.jwt.claims = '{"role": "service_role", "sub": "ben"}';
set local booking.now = '2026-06-02T05:00Z';
select booking_v1.cancel_booking('cancel', pg_temp.booking_of('first'), 'ill')::text;

select results_eq(
    $$
        select h.kind, h.actor_role, h.actor_subject, h.occurred_at, h.changes ->> 'reason'
        from booking_v1.booking_history(pg_temp.booking_of('first')) as h
    $$,
    $$
        values
            ('created', 'service', 'ada', '2026-06-01T05:00Z'::timestamptz, null),
            ('cancelled', 'service', 'ben', '2026-06-02T05:00Z', 'ill')
    $$,
    'who, when, and why'
);

select * from finish();
rollback;
