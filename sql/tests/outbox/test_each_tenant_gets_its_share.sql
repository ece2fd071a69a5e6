begin;
select plan(2);
\ir ../helpers/shop.sql
\ir ../helpers/outbox.sql
call pg_temp.make_shop();
call pg_temp.make_shop('other', p_people => '{Bea}', p_service => 'Shave');
do $do$
begin
    for v_number in 1..100 loop
        call pg_temp.queue(array['many ' || v_number], p_due_at => '2026-05-31T05:00Z');
    end loop;
end
$do$;
call pg_temp.queue('{one,two}', 'other');

select bag_eq(
    $$ select l.tenant_id from booking.lease_outbox('{test}', 4) as l $$,
    $$ values (pg_temp.id('shop')), (pg_temp.id('shop')), (pg_temp.id('other')), (pg_temp.id('other')) $$,
    'however long another has waited with however many'
);
select is(cardinality(pg_temp.lease(6)), 6, 'what one has no use for the others get');

select * from finish();
rollback;
