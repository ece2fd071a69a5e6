-- A country that changes its clocks; included after shop.sql.

create procedure pg_temp.rules_change(p_key text, p_shift interval)
language plpgsql
as $procedure$
begin
    update booking.claim as k
    set starts_at = k.starts_at + p_shift, ends_at = k.ends_at + p_shift
    where k.tenant_id = pg_temp.id('shop') and k.booking_id = pg_temp.booking_of(p_key);
    update booking.booking as b
    set starts_at = b.starts_at + p_shift, ends_at = b.ends_at + p_shift
    where b.tenant_id = pg_temp.id('shop') and b.booking_id = pg_temp.booking_of(p_key);
end
$procedure$;

comment on procedure pg_temp.rules_change(text, interval) is
'As if the booking had been made under rules by which its wall time was so much later.';
