-- The codes of errors and refusals: the one list. HTTP status and hint follow from the code.

insert into booking.error_code as e (code, http_status, hint)
values
('invalid_argument', 400, 'Correct the argument and try again.'),
('outside_opening_hours', 400, 'Choose a start that available_slots lists.'),
('outside_availability', 400, 'Choose a start that available_slots lists.'),
('holiday', 400, 'Choose another day.'),
('time_off', 400, 'Choose another time, or another resource.'),
('too_soon', 400, 'Choose a later start.'),
('too_far_ahead', 400, 'Choose an earlier start.'),
('in_the_past', 400, 'Choose a start in the future.'),
('duration_not_allowed', 400, 'Choose one of the allowed durations.'),
('limit_reached', 400, 'Choose another day or week.'),
('deadline_passed', 400, 'Ask the provider: who works there can override it, with a reason.'),
('max_reschedules', 400, 'Cancel it and make a new booking, or ask the provider: who works there can override it.'),
('no_resource', 400, 'Choose a resource of this service, a smaller party, or another service.'),
('not_authenticated', 401, 'Sign in, or say which tenant: by token, header x-tenant or booking_v1.use_tenant().'),
('payment_required', 402, 'Pay first.'),
('not_allowed', 403, 'Ask somebody who may.'),
('not_found', 404, 'Check the id.'),
('slot_taken', 409, 'Choose one of the alternatives in details.'),
('hold_lost', 409, 'Choose a slot again, without the hold.'),
('version_conflict', 409, 'Read the booking again and decide anew.'),
('invalid_transition', 409, 'Read the booking again: its status does not allow this.'),
('in_progress', 409, 'Try again with the same key in a moment.'),
('in_use', 409, 'Deactivate it instead.'),
('key_reused', 422, 'Use a new idempotency key for a new request.'),
('rate_limited', 429, 'Wait for as long as Retry-After says.')
on conflict (code) do update
    set http_status = excluded.http_status, hint = excluded.hint
    where (e.http_status, e.hint) is distinct from (excluded.http_status, excluded.hint);
