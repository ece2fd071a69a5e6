begin;
select plan(2);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();

insert into booking.holiday (tenant_id, holiday_id, name, starts_on, ends_on)
values (pg_temp.id('shop'), pg_temp.id('fair'), 'Fair', '2026-06-08', '2026-06-08');

select results_eq(
    $$
        select e.code, e.resource_id, e.rule, e.rule_id, e.during
        from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e
    $$,
    $$
        values (
            'holiday', pg_temp.id('Ada'), 'holiday', pg_temp.id('fair'),
            '[2026-06-08T08:00Z,2026-06-08T09:00Z)'::tstzrange
        )
    $$,
    'with the time that it closes'
);
create function pg_temp.told(p_kind text)
returns text
language plpgsql
volatile
as $function$
begin
    update booking.holiday as h set kind = p_kind where h.tenant_id = pg_temp.id('shop');
    return (select e.message from booking_v1.explain_slot(pg_temp.id('Cut'), '2026-06-08T08:00Z') as e);
end
$function$;

select results_eq(
    $$
        select pg_temp.told(k.kind)
        from unnest('{public_holiday,company_holiday,maintenance,other}'::text[]) as k (kind)
    $$,
    array['it is a holiday', 'it is a holiday', 'it is closed for maintenance', 'it is closed on that day'],
    'a room that is being painted is no holiday'
);

select * from finish();
rollback;
