"""Tests of pgbooking from the outside."""
