begin;
select plan(3);

set local booking.now = '2027-06-01T05:00Z';
select booking.raise_alert(p_source => 'pgtap one', p_code => 'odd', p_message => 'by a clock that is a year ahead');
select booking.raise_alert(p_source => 'pgtap two', p_code => 'odd', p_message => 'by the same clock');
set local booking.now = '2026-06-01T05:00Z';
select booking.raise_alert(p_source => 'pgtap two', p_code => 'odd', p_message => 'again, once it is set right');
select lives_ok(
    $$ select booking.resolve_old_alerts(p_source => 'pgtap ', p_code => 'odd', p_before => booking.now()) $$,
    'whoever looks at everything can close what was opened in the future'
);
select results_eq(
    $$ select a.source from booking.open_alerts() as a where a.code = 'odd' $$, array['pgtap two'],
    'what it has just met stays open, and what was met by that clock only is over'
);
set local booking.now = '2026-06-01T06:00Z';
select booking.resolve_old_alerts(p_source => 'pgtap ', p_code => 'odd', p_before => booking.now());
select is_empty(
    $$ select from booking.open_alerts() as a where a.code = 'odd' $$, 'and so is the other, when it isn''t met again'
);

select * from finish();
rollback;
