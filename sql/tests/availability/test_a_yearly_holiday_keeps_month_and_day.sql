begin;
select plan(10);
\ir ../helpers/shop.sql
call pg_temp.make_shop();

create function pg_temp.days(p_starts_on date, p_ends_on date, p_year integer)
returns text
language plpgsql
volatile
as $function$
begin
    delete from booking.holiday as h where h.tenant_id = pg_temp.id('shop');
    insert into booking.holiday (tenant_id, name, starts_on, ends_on, is_yearly)
    values (pg_temp.id('shop'), 'Feast', p_starts_on, p_ends_on, true);
    return (
        select string_agg(to_char(h.starts_on, 'MM-DD') || ' ' || to_char(h.ends_on, 'MM-DD'), ', ')
        from booking.holidays(
            pg_temp.id('shop'), tstzrange(make_timestamptz(p_year, 2, 20, 0, 0, 0), make_timestamptz(p_year, 3, 10, 0, 0, 0))
        ) as h
    );
end
$function$;

select is(pg_temp.days(c.starts_on::date, c.ends_on::date, c.year), c.days, c.what)
from (
    values
    ('2024-02-27', '2024-03-01', 2025, '02-27 03-01', 'made in a leap year, it ends no day later in others'),
    ('2025-02-27', '2025-03-01', 2028, '02-27 03-01', 'made in another, it ends no day earlier in those'),
    ('2024-02-27', '2024-02-29', 2027, '02-27 02-28', 'what ends on 29 February ends on the 28th'),
    ('2024-02-27', '2024-02-29', 2028, '02-27 02-29', 'but where there is a 29th'),
    ('2024-02-29', '2024-03-02', 2027, '03-01 03-02', 'what begins on 29 February begins on 1 March'),
    ('2024-02-29', '2024-03-02', 2028, '02-29 03-02', 'but where there is a 29th'),
    ('2024-02-29', '2024-02-29', 2027, null, 'that day alone does not happen'),
    ('2024-02-29', '2024-02-29', 2028, '02-29 02-29', 'but where there is one'),
    ('2023-02-22', '2023-02-24', 2027, '02-22 02-24', 'all else is what it was')
) as c (starts_on, ends_on, year, days, what);
select pg_temp.days('2024-12-24', '2025-01-02', 2026);
select is(string_agg(concat_ws(' ', h.starts_on, h.ends_on), ', '), '2026-12-24 2027-01-02', 'over New Year, too')
from booking.holidays(pg_temp.id('shop'), '[2026-12-30,2026-12-31]') as h;

select * from finish();
rollback;
