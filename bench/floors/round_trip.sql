-- As many clients at the same moment, and nothing to do.
select 1
