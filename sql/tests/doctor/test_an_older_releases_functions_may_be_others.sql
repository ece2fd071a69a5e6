begin;
select plan(2);
insert into booking.release overriding system value
select (jsonb_populate_record(r, jsonb_build_object('release_id', r.release_id + 1))).*
from booking.release as r
order by r.release_id desc
limit 1;
update booking.release as r set functions_hash = 'another'
where r.release_id < (select max(l.release_id) from booking.release as l);
select is_empty('select * from booking.find_changed_functions()', 'the last one counts');
update booking.release as r set functions_hash = 'another' where true;
select isnt_empty('select * from booking.find_changed_functions()', 'and is compared');

select * from finish();
rollback;
