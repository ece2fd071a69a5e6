-- Effects of other tenants would be due and leased beside those of the test: within its transaction there are none.
-- Included after shop.sql.
delete from booking.outbox;
