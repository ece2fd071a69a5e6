begin;
select plan(3);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
call pg_temp.queue('{h1,h2,h3,h4,h5,h6,h7}');

-- a receiver that hangs has all there is
call pg_temp.have_leased();
call pg_temp.queue('{h8,h9}');
call pg_temp.queue('{a,b}', 'other');

create function pg_temp.next()
returns text
language sql
as $function$
    -- it is the turn of the shop
    select l.payload ->> 'key' from booking.lease_outbox('{test}', 1, pg_temp.id('other')) as l
$function$;

select set_eq(
    'select pg_temp.next() from generate_series(1, 2)', '{a,b}'::text[], 'of whom less is at work comes before'
);
select matches(pg_temp.next(), 'h', 'and then the rest');

update booking.outbox_kind set concurrency = 1 where kind = 'test';
select is(pg_temp.lease(), '{}', 'more at work than there may be by now is no error');

select * from finish();
rollback;
