"""Benchmarks: what the engine takes, each time beside a floor from the same run.

`make bench`, or `python -m bench --help`. A module a measurement; `floors/` holds what each is
compared with, and `data.sql` what it is measured on.
"""
