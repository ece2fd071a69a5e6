"""The slot grid is what the clock shows, minute by minute, around changes of every kind."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# where a clock has changed, by hours, by half of one, by a day, thrice a year, and where it hasn't
CHANGES = [
    ("Europe/Berlin", datetime(2024, 3, 31, 1, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2024, 10, 27, 1, tzinfo=UTC)),
    ("America/New_York", datetime(2023, 11, 5, 6, tzinfo=UTC)),
    ("America/St_Johns", datetime(2024, 3, 10, 5, 30, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2024, 4, 6, 15, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2024, 10, 5, 15, 30, tzinfo=UTC)),
    ("Pacific/Apia", datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ("Africa/Casablanca", datetime(2023, 3, 19, 2, tzinfo=UTC)),
    ("Asia/Pyongyang", datetime(2018, 5, 4, 15, tzinfo=UTC)),
    ("Asia/Kathmandu", datetime(2024, 6, 1, tzinfo=UTC)),
]
QUERY = """
select coalesce(array_agg(s.starts_at order by s.starts_at), '{}')
from booking.grid_of(%(zone)s, tstzrange(%(begins)s, %(ends)s), %(interval)s, %(offset)s) as g
cross join lateral booking.grid_starts(
    tstzmultirange(tstzrange(%(begins)s, %(ends)s, %(bounds)s)), g
) as s
"""


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=150,
    deadline=None,
    print_blob=True,
)
@given(
    change=st.sampled_from(CHANGES),
    before=st.integers(0, 3000),
    minutes=st.integers(1, 4500),
    interval=st.sampled_from([5, 15, 20, 30, 50, 60, 90, 100, 120, 240, 720, 1440]),
    share=st.floats(0, 0.99),
    bounds=st.sampled_from(["[)", "[]", "(]", "()"]),
)
def test_the_grid_is_what_the_clock_shows(
    dsn: str, change: tuple[str, datetime], before: int, minutes: int, interval: int,
    share: float, bounds: str,
) -> None:  # fmt: skip
    zone, changes_at = change
    begins = changes_at - timedelta(minutes=before)
    offset = int(interval * share)
    expected = []
    for minute in range(minutes + 1):
        instant = begins + timedelta(minutes=minute)
        local = instant.astimezone(ZoneInfo(zone))
        since = local.hour * 60 + local.minute - offset
        inside = ("[" in bounds or minute > 0) and ("]" in bounds or minute < minutes)
        if inside and since >= 0 and since % interval == 0:
            expected.append(instant)
    parameters = {
        "zone": zone, "begins": begins, "ends": begins + timedelta(minutes=minutes),
        "interval": timedelta(minutes=interval), "offset": timedelta(minutes=offset),
        "bounds": bounds,
    }  # fmt: skip
    with psycopg.connect(dsn, options="-c timezone=UTC") as connection:
        row = connection.execute(QUERY, parameters).fetchone()
    assert row is not None
    assert row[0] == expected
