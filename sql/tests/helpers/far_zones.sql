-- Two shops whose clocks are farthest from UTC's, open day and night; included after shop.sql.

call pg_temp.make_shop('west', 'Pacific/Pago_Pago', '{Wes}', '{0,1,2,3,4,5,6}', '00:00', '00:00', 'Cut');
call pg_temp.make_shop('east', 'Pacific/Kiritimati', '{Eos}', '{0,1,2,3,4,5,6}', '00:00', '00:00', 'Shave');

create function pg_temp.count_of(p_shop text, p_service text, p_from timestamptz, p_to timestamptz)
returns bigint
language plpgsql
as $function$
begin
    call pg_temp.enter_shop(p_shop);
    return (select count(*) from booking_v1.available_slots(pg_temp.id(p_service), p_from, p_to));
end
$function$;

comment on function pg_temp.count_of(text, text, timestamptz, timestamptz) is 'How many starts a shop offers of its service.';
