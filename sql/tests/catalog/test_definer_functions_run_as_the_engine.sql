begin;
select plan(3);

create temporary view others as
    select p.oid::regprocedure, p.proowner::regrole
    from pg_catalog.pg_proc as p
    where
        p.pronamespace = 'booking'::regnamespace
        and (
            p.proowner <> case
                when p.proname in ('tenants_with_work', 'leased_count', 'has_dead', 'outbox_metrics') then to_regrole('booking_courier')
                else to_regrole('booking_engine')
            end
            or (p.prosecdef and p.proconfig is null)
        );
create temporary view definers as
    select p.oid
    from pg_catalog.pg_proc as p
    where p.pronamespace = 'booking'::regnamespace and p.prosecdef;

select isnt_empty('select * from definers', 'there are some');
select is_empty('select * from others', 'all private functions are its, and those pin their settings');
alter function booking.caller_tenant_id() owner to booking_owner;
select isnt_empty('select * from others', 'another owner would be seen');

select * from finish();
rollback;
