-- A message as a worker has it: leased in one transaction, reported in another.
select l.tenant_id, l.outbox_id, l.lease_id from booking.lease_outbox(array['bench'], 1) as l \gset
select booking.report_outbox(:tenant_id, :outbox_id, :lease_id, 'done') as status \gset
