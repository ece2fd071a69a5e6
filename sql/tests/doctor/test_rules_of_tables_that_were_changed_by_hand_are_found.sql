begin;
select plan(9);
\ir ../helpers/shop.sql
call pg_temp.make_shop();
create function pg_temp.found()
returns text[]
language sql
volatile
as $function$
    select array_agg(f.subject || ' ' || f.problem order by f.subject)
    from booking.doctor() as f
    where f.check_name = 'find_changed_rules'
$function$;

create function pg_temp.mend()
returns void
language plpgsql
volatile
as $function$
declare
    v_remedy text;
begin
    for v_remedy in select f.remedy from booking.find_changed_rules() as f loop
        execute regexp_replace(v_remedy, '^As it was: ', '');
    end loop;
end
$function$;

select is(pg_temp.found(), null, 'all is as it was deployed');
alter table booking.booking drop constraint booking_ends_after_it_starts;
alter table booking.booking alter column version drop not null;
drop index booking.outbox_due;
drop policy tenant_isolation on booking.customer;
select is(
    pg_temp.found(),
    '{
        "constraint booking_ends_after_it_starts of table booking.booking is missing",
        "index booking.outbox_due of table booking.outbox is missing",
        "not null version of table booking.booking is missing",
        "policy tenant_isolation of table booking.customer is missing"
    }',
    'what is missing'
);
select lives_ok('select pg_temp.mend()', 'each comes with what makes it');
select is(pg_temp.found(), null, 'and then is there again');

drop policy tenant_isolation on booking.customer;
create policy tenant_isolation on booking.customer to booking_engine using (true);
create policy guests on booking.claim to anon using (true);
alter table booking.claim drop constraint claim_no_overlap;
alter table booking.claim add constraint claim_no_overlap exclude using gist (tenant_id with =, during with &&)
where (unit > 1);
select is(
    pg_temp.found(),
    '{
        "constraint claim_no_overlap of table booking.claim is another than was deployed",
        "policy guests of table booking.claim was added by hand",
        "policy tenant_isolation of table booking.customer is another than was deployed"
    }',
    'what holds something else, or lets somebody in'
);

update booking.migration as m set applied_at = now() - interval '1 day' where m.name is not null;
select is(booking.record_table_rules()::text, '', 'another deployment, without a migration');
select is(
    pg_temp.found(),
    '{"constraint claim_no_overlap of table booking.claim is another than was deployed"}',
    'goes by the rules that it makes, and by no others'
);
insert into booking.migration (name, checksum) values ('pgtap', 'pgtap');
select is(booking.record_table_rules()::text, '', 'with a migration');
select is(pg_temp.found(), null, 'they may have changed');

select * from finish();
rollback;
