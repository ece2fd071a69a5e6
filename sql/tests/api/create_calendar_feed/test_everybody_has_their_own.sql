begin;
select plan(11);
\ir ../../helpers/shop.sql
\ir ../../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.customer (tenant_id, customer_id, name, subject, erased_at)
values
(pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe', null), (pg_temp.id('shop'), pg_temp.id('Yan'), 'Yan', 'yan', null),
(pg_temp.id('shop'), pg_temp.id('gone'), null, null, booking.now());
create temporary table made on commit drop as
select 'Yan' as whose, f.feed_id, f.token from booking_v1.create_calendar_feed(pg_temp.id('Yan')) as f
union all
select 'Zoe', f.feed_id, f.token from booking_v1.create_calendar_feed(pg_temp.id('Zoe')) as f
union all
select 'Ada', f.feed_id, f.token from booking_v1.create_calendar_feed(p_resource_id => pg_temp.id('Ada')) as f;
grant select on made to public;

create function pg_temp.error_for(p_customer text, p_resource text default null)
returns text
language sql
as $function$
    select pg_temp.error_of(
        format('select booking_v1.create_calendar_feed(%L, %L)', pg_temp.id(p_customer), pg_temp.id(p_resource))
    )
$function$;

create function pg_temp.listed(p_customer text default null, p_resource text default null)
returns text[]
language sql
as $function$
    select array_agg(m.whose order by m.whose)
    from booking_v1.list_calendar_feeds(pg_temp.id(p_customer), pg_temp.id(p_resource)) as f
    join pg_temp.made as m on m.feed_id = f.feed_id
$function$;

select is(pg_temp.error_for(null), '400 invalid_argument p_resource_id', 'of nobody there is none');
select is(pg_temp.error_for('Zoe', 'Ada'), '400 invalid_argument p_resource_id', 'nor of two');
select is(pg_temp.error_for('nobody'), '404 not_found p_customer_id', 'nor of somebody unknown');
select is(pg_temp.error_for('gone'), '404 not_found p_customer_id', 'or forgotten');
select is(pg_temp.error_for(null, 'nothing'), '404 not_found p_resource_id', 'nor of a resource that there is not');
select is(pg_temp.listed('Yan'), '{Yan}', 'those of a customer are listed');
select is(pg_temp.listed(null, 'Ada'), '{Ada}', 'or of a resource');

set local request.jwt.claims = '{"role": "authenticated", "sub": "zoe"}';
select is(pg_temp.error_for('Yan'), '404 not_found p_customer_id', 'his is not hers to have');
select is(pg_temp.listed(), '{Zoe}', 'nor to see');
select is(
    pg_temp.error_of(format('select booking_v1.revoke_calendar_feed(%L)', m.feed_id)), '404 not_found p_feed_id',
    'nor to revoke'
)
from made as m
where m.whose = 'Yan';
select is(pg_temp.error_of(format('select booking_v1.calendar(%L)', m.token)), 'no error', 'it is there still')
from made as m
where m.whose = 'Yan';

select * from finish();
rollback;
