begin;
select plan(2);

create temporary view triggers as
    select t.tgname, t.tgrelid::regclass
    from pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    where c.relnamespace = 'booking'::regnamespace and not t.tgisinternal;

select is_empty('select * from triggers', 'what happens is written where it happens');
create trigger surprise before update on booking.booking
for each row execute function suppress_redundant_updates_trigger();
select isnt_empty('select * from triggers', 'one would be seen');

select * from finish();
rollback;
