begin;
select plan(11);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Ada, Ben}');
call pg_temp.have_booking('nine', '2026-06-08T07:00Z', pg_temp.id('Ada'));
call pg_temp.have_booking('ten', '2026-06-08T08:00Z', pg_temp.id('Ben'));
call pg_temp.have_booking('eleven', '2026-06-08T09:00Z', pg_temp.id('Ada'));
call pg_temp.run($$ select booking_v1.cancel_booking('c', pg_temp.booking_of('eleven')) $$);
call pg_temp.run($$
    select booking_v1.create_booking('twelve', pg_temp.id('Cut'), '2026-06-08T10:00Z', p_customer_email => 'eve@example.org')
$$);

create function pg_temp.listed(p_arguments text)
returns text
language plpgsql
as $function$
declare
    v_keys text;
begin
    execute format(
        $$
            select string_agg(o.idempotency_key, ' ' order by l.ordinality)
            from booking_v1.list_bookings(%s) with ordinality as l
            join booking.booking_operation as o
                on o.command = 'create_booking' and (o.outcome ->> 'booking_id')::uuid = l.booking_id
        $$, p_arguments
    ) into v_keys;
    return v_keys;
end
$function$;

select is(pg_temp.listed(''), 'nine ten eleven twelve', 'all, by start');
select is(pg_temp.listed($$ p_from => '2026-06-08T08:00Z' $$), 'ten eleven twelve', 'p_from is included');
select is(pg_temp.listed($$ p_to => '2026-06-08T09:00Z' $$), 'nine ten', 'p_to is not');
select is(
    pg_temp.listed($$ p_resource_id => pg_temp.id('Ben'), p_to => '2026-06-08T10:00Z' $$), 'ten', 'of a resource'
);
select is(
    pg_temp.listed($$ p_customer_id => (select c.customer_id from booking_v1.list_customers('eve@example.org') as c) $$),
    'twelve', 'of a customer'
);
select is(pg_temp.listed($$ p_status => 'cancelled' $$), 'eleven', 'of a status');
select is(pg_temp.listed($$ p_limit => 2 $$), 'nine ten', 'a page');
select is(pg_temp.listed($$ p_limit => 2, p_after => pg_temp.booking_of('ten') $$), 'eleven twelve', 'the next one');
select is(
    pg_temp.error_of_call('list_bookings', $$ p_status => 'done' $$), '400 invalid_argument p_status',
    'a status that there is not'
);
select is(
    pg_temp.error_of_call('list_bookings', 'p_after => gen_random_uuid()'), '400 invalid_argument p_after',
    'after no booking'
);
select is(pg_temp.error_of_call('list_bookings', 'p_limit => 1000000'), '400 invalid_argument p_limit', 'too many');

select * from finish();
rollback;
