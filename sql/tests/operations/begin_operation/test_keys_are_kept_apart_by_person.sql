begin;
select plan(7);
\ir ../../helpers/shop.sql
call pg_temp.make_shop();
call pg_temp.set_policy('public_booking', 'true');
create temporary table answers (who text, answer text, replayed boolean, operation_id uuid) on commit drop;
grant insert on answers to public;

create procedure pg_temp.book_as(p_who text, p_role text, p_claims jsonb)
language plpgsql
as $procedure$
begin
    perform set_config('request.jwt.claims', p_claims::text, true);
    perform set_config('role', p_role, true);
    insert into answers
    select p_who, concat_ws(' ', o.status, o.code), o.replayed, o.operation_id
    from booking_v1.create_booking(
        'a key that all use', md5('pgbooking test Cut')::uuid, '2026-06-08T08:00Z',
        p_customer_email => 'zoe@example.org'
    ) as o;
    perform set_config('role', 'none', true);
end
$procedure$;

call pg_temp.book_as('Zoe', 'authenticated', '{"role": "authenticated", "sub": "zoe"}');
call pg_temp.book_as('Yan', 'authenticated', '{"role": "authenticated", "sub": "yan"}');
call pg_temp.book_as('Zoe again', 'authenticated', '{"role": "authenticated", "sub": "zoe"}');
call pg_temp.book_as('a visitor', 'anon', '{"role": "anon"}');
call pg_temp.book_as('Vic, called visitor', 'authenticated', '{"role": "authenticated", "sub": "visitor"}');
call pg_temp.book_as('an application', 'service_role', '{"role": "service_role"}');
call pg_temp.book_as('one called zoe', 'service_role', '{"role": "service_role", "sub": "zoe"}');

select is((a.answer, a.replayed), ('completed'::text, false), 'the first to use it books')
from answers as a
where a.who = 'Zoe';
select is(
    (a.answer, a.replayed), ('failed slot_taken'::text, false),
    'somebody else, with the same key and the same arguments, gets an outcome of their own'
)
from answers as a
where a.who = 'Yan';
select is((a.answer, a.replayed), ('completed'::text, true), 'the first is still answered')
from answers as a
where a.who = 'Zoe again';
select is((a.answer, a.replayed), ('failed slot_taken'::text, false), 'visitors have theirs')
from answers as a
where a.who = 'a visitor';
select is(
    (a.answer, a.replayed), ('failed slot_taken'::text, false),
    'and an account of that name is no visitor'
)
from answers as a
where a.who = 'Vic, called visitor';
select is((a.answer, a.replayed), ('failed slot_taken'::text, false), 'applications have theirs')
from answers as a
where a.who = 'an application';
select is((a.answer, a.replayed), ('failed slot_taken'::text, false), 'and one of that name is not Zoe')
from answers as a
where a.who = 'one called zoe';

select * from finish();
rollback;
