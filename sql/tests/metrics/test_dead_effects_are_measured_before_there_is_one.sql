begin;
select plan(1);
update booking.outbox as o set status = 'dropped' where o.status = 'dead';

-- a series that begins with 1 has not risen, as far as Prometheus can tell: the first would raise no alert
select bag_eq(
    $$
        select m.labels ->> 'kind', m.value from booking.metrics() as m
        where m.name = 'outbox_effects' and m.labels ->> 'status' = 'dead'
    $$,
    $$ select k.kind, 0::double precision from booking.outbox_kind as k $$, 'each kind has its 0'
);

select * from finish();
rollback;
