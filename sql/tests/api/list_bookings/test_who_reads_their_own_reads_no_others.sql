begin;
select plan(6);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');
-- many others', beside one of hers
insert into booking.customer (tenant_id, customer_id, name, subject)
values (pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe'), (pg_temp.id('shop'), pg_temp.id('All'), 'All', 'all');
insert into booking.booking
select (jsonb_populate_record(b, jsonb_build_object('booking_id', gen_random_uuid(), 'customer_id', pg_temp.id('All')))).*
from booking.booking as b
cross join generate_series(1, 500)
where b.booking_id = pg_temp.booking_of('hers');
update booking.booking as b set customer_id = pg_temp.id('Zoe') where b.booking_id = pg_temp.booking_of('hers');

analyze booking.booking;

create function pg_temp.read(p_query text)
returns bigint
language plpgsql
volatile
as $function$
declare
    v_before bigint;
    v_count bigint;
begin
    for v_try in 1..7 loop -- a plan is kept after some
        v_before := (
            select s.seq_tup_read + s.idx_tup_fetch
            from pg_stat_xact_user_tables as s
            where s.schemaname = 'booking' and s.relname = 'booking'
        );
        execute 'select count(*) from ' || p_query into v_count;
    end loop;
    perform set_config('pgtap.count', v_count::text, true);
    return (
        select s.seq_tup_read + s.idx_tup_fetch - v_before
        from pg_stat_xact_user_tables as s
        where s.schemaname = 'booking' and s.relname = 'booking'
    );
end
$function$;

create function pg_temp.read_as(p_subject text, p_query text)
returns bigint
language plpgsql
volatile
as $function$
declare
    v_read bigint;
begin
    perform set_config('request.jwt.claims', json_build_object('role', 'authenticated', 'sub', p_subject)::text, true);
    v_read := pg_temp.read(p_query);
    perform set_config('request.jwt.claims', '', true);
    return v_read;
end
$function$;

select cmp_ok(
    pg_temp.read_as('zoe', 'booking_v1.list_bookings()'), '<', 50::bigint, 'a customer''s list reads what is theirs'
);
select is(current_setting('pgtap.count'), '1', 'which is one');
select cmp_ok(
    pg_temp.read_as('nobody', 'booking_v1.list_bookings()'), '<', 50::bigint, 'so does that of somebody who never booked'
);
select is(current_setting('pgtap.count'), '0', 'which is empty');
select cmp_ok(
    pg_temp.read(
        format(
            'booking.calendar_events(%L::booking.calendar_feed, true) as c (text) where c.text is not null',
            jsonb_populate_record(
                null::booking.calendar_feed,
                jsonb_build_object('tenant_id', pg_temp.id('shop'), 'customer_id', pg_temp.id('Zoe'))
            )
        )
    ),
    '<', 50::bigint, 'and a calendar of hers'
);
select is(current_setting('pgtap.count'), '1', 'which has something in it');

select * from finish();
rollback;
