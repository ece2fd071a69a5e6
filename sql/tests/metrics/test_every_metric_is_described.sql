begin;
select plan(3);
set local track_functions = 'pl';

create view pg_temp.unknown as
    select s.name
    from (
        select * from booking.operation_metrics()
        union all
        select * from booking.function_metrics()
        union all
        select * from booking.outbox_metrics()
        union all
        select * from booking.job_metrics()
    ) as s
    left join booking.metric as m on m.metric_name = s.name
    where m.metric_name is null;
select is_empty('select * from unknown', 'what is measured has a line');
delete from booking.metric as m where m.metric_name = 'replays_total';
select isnt_empty('select * from unknown', 'one without would be seen');
select is(
    has_function_privilege('service_role', 'booking.metrics()', 'execute'), false, 'applications are not told'
);

select * from finish();
rollback;
