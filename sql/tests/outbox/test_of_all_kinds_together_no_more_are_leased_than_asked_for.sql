begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/empty_outbox.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
insert into booking.outbox_kind (kind, concurrency, attempts, lease, backoff_base, backoff_most)
values ('telex', 10, 1, '1 minute', '10 seconds', '15 seconds');
call pg_temp.queue('{a,b}');
do $do$
begin
    perform booking.enqueue(
        pg_temp.id('shop'), array[('telex', 'c', '{}', null), ('telex', 'd', '{}', null)]::booking.effect[]
    );
end
$do$;

create function pg_temp.lease_both(p_most integer)
returns text[]
language sql
volatile
as $function$
    select array_agg(l.kind order by l.kind) from booking.lease_outbox('{telex,test}', p_most) as l
$function$;

select is(pg_temp.lease_both(3), '{telex,telex,test}', 'what one kind leaves over goes to the next');
select is(pg_temp.lease_both(3), '{test}', 'which has one left');

select * from finish();
rollback;
