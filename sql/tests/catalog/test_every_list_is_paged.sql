begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();

-- not where there are only so many: a line for each kind of message, channel and language; twenty webhooks
create temporary table list as
select p.proname as name, p.proargnames as arguments
from pg_catalog.pg_proc as p
where
    p.pronamespace = 'booking_v1'::regnamespace
    and (p.proname like 'list\_%' or p.proname in ('booking_history', 'feed'))
    and p.proname not in ('list_message_templates', 'list_message_preferences', 'list_webhooks');

select is_empty(
    $$ select l.name from list as l where not l.arguments @> '{p_limit,p_after}' $$, 'a page has a limit and a start'
);
select is_empty(
    $$
        select l.name, n.rows, e.error
        from list as l
        cross join (values (1000000), (10001), (0), (-1), (null)) as n (rows)
        cross join lateral (
            select pg_temp.error_of(
                format(
                    'select booking_v1.%I(%s p_limit => %L)', l.name,
                    case l.name when 'booking_history' then 'p_booking_id => gen_random_uuid(),' end, n.rows
                )
            ) as error
        ) as e
        where e.error <> '400 invalid_argument p_limit'
    $$,
    'a million rows are refused, and none, everywhere'
);

select * from finish();
rollback;
