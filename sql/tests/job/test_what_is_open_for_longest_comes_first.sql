begin;
select plan(1);

update booking.alert as a set resolved_at = greatest(a.raised_at, booking.now()) where a.resolved_at is null;
set local booking.now = '2026-06-01T06:00Z';
select booking.raise_alert(p_source => 'pgtap a', p_code => 'odd', p_message => 'younger');
set local booking.now = '2026-06-01T05:00Z';
select booking.raise_alert(p_source => 'pgtap b', p_code => 'odd', p_message => 'older');
set local booking.now = '2026-06-01T07:00Z';
select booking.raise_alert(p_source => 'pgtap b', p_code => 'odd', p_message => 'met again');

select is(array(select a.source from booking.open_alerts() as a), '{pgtap b,pgtap a}', 'by when it was met first');

select * from finish();
rollback;
