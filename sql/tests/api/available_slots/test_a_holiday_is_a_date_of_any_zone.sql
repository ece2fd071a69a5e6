begin;
select plan(4);
\ir ../../helpers/shop.sql
call pg_temp.make_shop('west', 'Pacific/Pago_Pago', '{Wes}', '{0,1,2,3,4,5,6}', '00:00', '00:00', 'Cut');
call pg_temp.make_shop('east', 'Pacific/Kiritimati', '{Eos}', '{0,1,2,3,4,5,6}', '00:00', '00:00', 'Shave');
insert into booking.holiday (tenant_id, name, starts_on, ends_on)
select pg_temp.id(s.name), 'Fair', '2026-06-08', '2026-06-08' from (values ('west'), ('east')) as s (name);

create function pg_temp.count_of(p_shop text, p_service text, p_from timestamptz, p_to timestamptz)
returns bigint
language plpgsql
as $function$
begin
    call pg_temp.enter_shop(p_shop);
    return (select count(*) from booking_v1.available_slots(pg_temp.id(p_service), p_from, p_to));
end
$function$;

-- the 8th of June there: eleven hours later than in UTC, and fourteen earlier
select is(
    pg_temp.count_of('west', 'Cut', '2026-06-09T00:00Z', '2026-06-09T11:00Z'), 0::bigint, 'it is still on in the west'
);
select is(
    pg_temp.count_of('west', 'Cut', '2026-06-09T11:00Z', '2026-06-09T12:00Z'), 1::bigint, 'until its midnight'
);
select is(
    pg_temp.count_of('east', 'Shave', '2026-06-07T10:00Z', '2026-06-07T20:00Z'), 0::bigint, 'and already in the east'
);
select is(
    pg_temp.count_of('east', 'Shave', '2026-06-07T09:00Z', '2026-06-07T10:00Z'), 1::bigint, 'from its midnight on'
);

select * from finish();
rollback;
