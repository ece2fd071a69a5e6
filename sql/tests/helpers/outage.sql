-- A shop after an outage: a, b, c, d and mail were given up, one after the other; after shop.sql and outbox.sql. Another
-- shop's were, too; sent and waits were not.

call pg_temp.make_shop(p_name => 'other', p_service => 'Other', p_people => '{Eve}');
call pg_temp.make_shop();
call pg_temp.queue('{theirs}', 'other');
call pg_temp.queue('{a,b,c,d,mail,sent,waits}');
update booking.outbox as o set kind = 'email' where o.key = 'mail';

create procedure pg_temp.have_given_up(p_key text, p_at timestamptz)
language sql
as $procedure$
    update booking.outbox as o
    set
        status = 'dead', attempt_count = 3, error = 'no answer', finished_at = p_at, due_at = p_at,
        created_at = p_at - interval '8 hours'
    where o.key = p_key
$procedure$;

update booking.outbox as o set status = 'done', finished_at = booking.now() where o.key = 'sent';
update booking.outbox as o set due_at = '2026-06-09T05:00Z' where o.key = 'waits';
call pg_temp.have_given_up('a', '2026-06-01T05:00Z');
call pg_temp.have_given_up('b', '2026-06-01T06:00Z');
call pg_temp.have_given_up('c', '2026-06-01T07:00Z');
call pg_temp.have_given_up('d', '2026-06-01T08:00Z');
call pg_temp.have_given_up('mail', '2026-06-01T06:00Z');
call pg_temp.have_given_up('theirs', '2026-06-01T06:00Z');
set local booking.now = '2026-06-02T05:00Z';
