begin;
select plan(5);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
call pg_temp.have_booking('hers', '2026-06-08T08:00Z');

create function pg_temp.refused(p_on_refusal text)
returns text
language plpgsql
as $function$
begin
    perform set_config('booking.on_refusal', p_on_refusal, true);
    return pg_temp.error_of('select pg_temp.book(''2026-06-08T08:00Z'')');
end
$function$;

select is(pg_temp.refused(r.on_refusal), r.error, 'on_refusal: ' || r.on_refusal)
from (
    values
    ('raise', '409 slot_taken'), ('return', 'no error'), ('', 'no error'),
    ('riase', '400 invalid_argument booking.on_refusal'), ('RAISE', '400 invalid_argument booking.on_refusal')
) as r (on_refusal, error);

select * from finish();
rollback;
