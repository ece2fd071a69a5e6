begin;
select plan(6);

set local booking.now = '2026-06-01T05:00Z';
select booking.raise_alert(p_source => 'pgtap', p_code => 'odd', p_message => 'first');
set local booking.now = '2026-06-01T06:00Z';
select booking.raise_alert(p_source => 'pgtap', p_code => 'odd', p_message => repeat('x', 600));
select booking.raise_alert(p_source => 'pgtap', p_code => 'other', p_message => 'other');
select row_eq(
    $$
        select a.raised_at, a.last_at, a.count, length(a.message)
        from booking.alert as a
        where a.source = 'pgtap' and a.code = 'odd'
    $$,
    row('2026-06-01T05:00Z'::timestamptz, '2026-06-01T06:00Z'::timestamptz, 2, 500),
    'the same again is counted'
);
select is(booking.resolve_alert(p_source => 'pgtap', p_code => 'odd'), true, 'it can be resolved');
select is(booking.resolve_alert(p_source => 'pgtap', p_code => 'odd'), false, 'once');
select is(
    (select count(*) from booking.alert as a where a.source = 'pgtap' and a.resolved_at is null), 1::bigint,
    'the other stays open'
);
select booking.raise_alert(p_source => 'pgtap', p_code => 'odd', p_message => 'third');
select is((select count(*) from booking.alert as a where a.code = 'odd'), 2::bigint, 'then it is another one');
select throws_ok(
    $$
        insert into booking.alert (source, code, message, raised_at, last_at)
        values ('pgtap', 'odd', 'twice', booking.now(), booking.now())
    $$,
    '23505', null, 'two open ones there are not'
);

select * from finish();
rollback;
