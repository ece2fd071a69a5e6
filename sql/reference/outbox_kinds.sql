-- The kinds of effects: how many at a time, how often, how long, and the pauses between attempts. A kind of
-- deliveries also has a handler of its name in the worker.

insert into booking.outbox_kind as k (kind, concurrency, attempts, lease, backoff_base, backoff_most)
values
-- booking.dispatch_events turns events into deliveries; they are never leased
('event', 0, 1, '1 minute', '1 second', '1 second'),
-- eight hours of attempts, as a rule: a mail server may be down for a night
('email', 16, 13, '2 minutes', '30 seconds', '2 hours'),
-- an hour of attempts: a short message is for soon
('sms', 16, 10, '1 minute', '10 seconds', '30 minutes'),
('push', 16, 10, '1 minute', '10 seconds', '30 minutes'),
-- three days, all in all: a receiver may be repaired after a weekend
('webhook', 32, 20, '1 minute', '10 seconds', '12 hours')
on conflict (kind) do update
    set
        concurrency = excluded.concurrency, attempts = excluded.attempts, lease = excluded.lease,
        backoff_base = excluded.backoff_base, backoff_most = excluded.backoff_most
    where (k.concurrency, k.attempts, k.lease, k.backoff_base, k.backoff_most) is distinct from (
        excluded.concurrency, excluded.attempts, excluded.lease, excluded.backoff_base, excluded.backoff_most
    );
