begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.queue('{hopeless,unwanted}');
call pg_temp.have_leased();
call pg_temp.have_reported('hopeless', 'dead', 'no such address');
call pg_temp.have_reported('unwanted', 'dropped');

select is(pg_temp.state('hopeless'), 'dead 1 no such address', 'a receiver that will never have it');
select is(pg_temp.state('unwanted'), 'dropped 1', 'and what nobody wants any more');

select * from finish();
rollback;
