-- Who is setting a rate limit goes first, or comes after this deployment and works it out by what that has changed.
-- Before the grants, for the reason given in deploy/forget_timetable.sql.

lock table booking.rate_limit in share row exclusive mode;
