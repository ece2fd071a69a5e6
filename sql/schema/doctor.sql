-- What booking.doctor() finds.

create type booking.finding as (
    check_name text,
    tenant_id uuid,
    subject text,
    problem text,
    remedy text
);
comment on type booking.finding is
'Something that must not be. check_name: which check found it; tenant_id: null where it is everybody''s; subject: what
it is about; problem: what is wrong with it; remedy: what to do.';
