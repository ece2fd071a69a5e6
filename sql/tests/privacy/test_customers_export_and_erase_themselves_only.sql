begin;
select plan(10);
\ir ../helpers/shop.sql
\ir ../helpers/statements.sql
call pg_temp.make_shop();
insert into booking.membership (tenant_id, subject, role, created_at)
values (pg_temp.id('shop'), 'sam', 'staff', booking.now());
insert into booking.customer (tenant_id, customer_id, name, subject)
values
(pg_temp.id('shop'), pg_temp.id('Zoe'), 'Zoe', 'zoe'),
(pg_temp.id('shop'), pg_temp.id('Yan'), 'Yan', 'yan');

create procedure pg_temp.be(p_subject text)
language plpgsql
as $procedure$
begin
    perform set_config(
        'request.jwt.claims', jsonb_build_object('role', 'authenticated', 'sub', p_subject)::text, true
    );
end
$procedure$;

call pg_temp.be('zoe');
select is(booking_v1.export_customer() #>> '{customer,name}', 'Zoe', 'a customer need not know an id');
select is(
    pg_temp.error_of(format('select booking_v1.export_customer(%L)', pg_temp.id('Yan'))),
    '404 not_found p_customer_id', 'others are not found'
);
select is(
    pg_temp.error_of(format('select booking_v1.erase_customer(%L, %L)', 'x', pg_temp.id('Yan'))),
    '404 not_found p_customer_id', 'nor erased'
);
call pg_temp.be('sam');
select is(
    pg_temp.error_of(format('select booking_v1.export_customer(%L)', pg_temp.id('Zoe'))),
    '403 not_allowed', 'staff export nobody'
);
select is(
    pg_temp.error_of(format('select booking_v1.erase_customer(%L, %L)', 'x', pg_temp.id('Zoe'))),
    '403 not_allowed', 'and erase nobody'
);
call pg_temp.be('zoe');
select is(pg_temp.answer(booking_v1.erase_customer('me')), 'completed 200', 'a customer erases herself');
select is(o.replayed, true, 'and is told so again, though nobody knows her any more')
from booking_v1.erase_customer('me') as o;
select is(
    pg_temp.answer(o), 'completed 200', 'nothing of her is kept, which is no mistake of a new request either'
)
from booking_v1.erase_customer('me again') as o;
select is(
    pg_temp.error_of(format('select booking_v1.erase_customer(%L, %L)', 'by id', pg_temp.id('Zoe'))),
    '404 not_found p_customer_id', 'whose the record was is not known any more'
);
select is(
    pg_temp.error_of('select booking_v1.export_customer()'), '404 not_found p_customer_id', 'there is nothing to export'
);

select * from finish();
rollback;
