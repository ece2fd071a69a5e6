begin;
select plan(6);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

create temporary table refused on commit drop as
select o.* from pg_temp.book('2026-06-08T08:30Z', 'first') as o;

select is(
    to_jsonb(r) - array['operation_id', 'details', 'message', 'hint'],
    '{
        "status": "failed", "replayed": false, "code": "outside_availability", "http_status": 400,
        "booking_id": null, "booking_status": null, "version": null, "starts_at": null, "ends_at": null,
        "resource_ids": null, "hold_token": null, "manage_token": null, "expires_at": null, "price": null, "currency": null
    }'::jsonb,
    'it is about no booking'
)
from refused as r;
select is(
    array[r.message <> '', r.hint <> '', jsonb_typeof(r.details) = 'object'], '{t, t, t}',
    'it says what is wrong and what to do'
)
from refused as r;
select is(o.status, 'failed', 'it is recorded under its operation_id')
from refused as r
join booking.booking_operation as o on o.operation_id = r.operation_id;
select is(current_setting('response.status'), '400', 'and sets the status of the HTTP response');
select is(pg_temp.answer(o), 'completed 200', 'one that is not refused')
from pg_temp.book('2026-06-08T08:00Z', 'second') as o;
select is(current_setting('response.status'), '', 'takes it back');

select * from finish();
rollback;
