begin;
select plan(3);

create view pg_temp.found as select f.problem from booking.find_open_schemas() as f;
revoke create on schema public from public;
select is_empty('select * from found', 'nobody does');
grant create on schema public to authenticated;
select bag_eq('select * from found', $$ values ('authenticated may create in it what others call') $$, 'somebody does');
grant create on schema public to public;
select is(count(*), 2::bigint, 'everybody does') from pg_temp.found;

select * from finish();
rollback;
