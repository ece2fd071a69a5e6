begin;
select plan(4);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop(p_people => '{Yan}');
call pg_temp.run($$ select booking_v1.upsert_resource('Zoo', 'room') $$);
call pg_temp.run($$ select booking_v1.upsert_resource('Cat', 'staff') $$);
call pg_temp.run($$ select booking_v1.upsert_membership(m.subject, m.role) from (
    values ('a', 'staff'), ('b', 'owner'), ('c', 'admin'), ('d', 'admin')
) as m (subject, role) $$);
call pg_temp.run($$ select booking_v1.upsert_customer(c.name) from (values ('bea'), ('Cem'), ('Ada')) as c (name) $$);

select is(array(select m.subject from booking_v1.list_memberships() as m), '{c,d,b,a}', 'members by role and subject');
select is(array(select r.name from booking_v1.list_resources() as r), '{Zoo,Cat,Yan}', 'resources by kind and name');
select is(
    array(select c.name from booking_v1.list_customers() as c), '{Ada,bea,Cem}', 'customers by name, whatever its case'
);
select is(
    array(select c.name from booking_v1.list_customers(p_limit => 2) as c), '{Ada,bea}', 'and so are their pages'
);

select * from finish();
rollback;
