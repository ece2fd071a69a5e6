"""Slots of one resource: half a year, and a week, each beside bare range subtraction."""

from typing import Any

import psycopg

from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.prepared import Prepared
from bench.rounds import Comparison, alternate
from bench.subject import SHOP, SLOTS, Subject

FLOOR = (
    "claims of the same person subtracted from constant working hours, and a grid over the rest,"
    " in the same columns"
)
_ALONE = "the same starts and ends, and no other column"
_READING = "the same, its working hours read from the tables by the same query"
_ORDER_OF_TEN = 30  # milliseconds


def measure(bench: Bench) -> list[Result]:
    """180 days and a week on a fine grid."""
    starts, half_year, half_year_read = compare(bench, SHOP, 180)
    starts_alone = compare_starts(bench, SHOP, 180)
    _, week, week_read = compare(bench, SHOP, 7)
    what = f"six months of slots, {starts} starts"
    return [
        Result(
            "slots", what, "ms", half_year, floor_is=FLOOR,
            target="≤ 2 x floor, in the order of 10 ms",
            met=half_year.ratio <= 2 and half_year.ours.median <= _ORDER_OF_TEN,
        ),
        Result("slots-alone", f"{what}, and nothing else", "ms", starts_alone, floor_is=_ALONE),
        Result("slots-read", f"{what}, hours read", "ms", half_year_read, floor_is=_READING),
        Result(
            "week", "a week of slots", "ms", week, floor_is=FLOOR,
            target="≤ 2 x floor", met=week.ratio <= 2,
        ),
        Result("week-read", "a week of slots, hours read", "ms", week_read, floor_is=_READING),
    ]  # fmt: skip


def compare(bench: Bench, subject: Subject, days: int) -> tuple[int, Comparison, Comparison]:
    """How many starts, and ours beside both floors, which must list the same."""
    window = subject.window(bench.monday, days)
    with bench.client(subject.slug) as client, bench.owner() as owner:
        ours = Prepared(client, SLOTS, subject.slots(bench.monday, days))
        starts = ours.column()
        floors = [
            _floor(owner, subject, window, statement("floors/slots.sql")),
            _reading_floor(owner, subject, window),
        ]
        if not starts or any(floor.column() != starts for floor in floors):
            raise BenchError(f"{days} days of slots: a floor does not list the same starts")
        constant, reading = (
            alternate(
                bench.rounds, ours.milliseconds, floor.milliseconds, calls=5 if days > 7 else 25
            )
            for floor in floors
        )
        return len(starts), constant, reading


def compare_starts(bench: Bench, subject: Subject, days: int) -> Comparison:
    """Both sides asked for starts and ends only: what the other columns take is left out."""
    window = subject.window(bench.monday, days)
    with bench.client(subject.slug) as client, bench.owner() as owner:
        ours = Prepared(client, _starts(SLOTS), subject.slots(bench.monday, days))
        floor = _floor(owner, subject, window, _starts(statement("floors/slots.sql")))
        return alternate(bench.rounds, ours.milliseconds, floor.milliseconds, calls=5)


def _starts(query: str) -> str:
    return f"select s.starts_at, s.ends_at from ({query}) as s"  # noqa: S608  # no input: SLOTS or a file of floors/


def _floor(
    owner: psycopg.Connection[Any], subject: Subject, window: list[str], query: str
) -> Prepared:
    hours = Prepared(owner, statement("floors/working_hours.sql"), _whom(subject, window))
    parameters = [*_whom(subject, window), *_grid(subject), hours.column()[0]]
    return Prepared(owner, query, parameters)


def _reading_floor(owner: psycopg.Connection[Any], subject: Subject, window: list[str]) -> Prepared:
    hours = statement("floors/working_hours.sql")
    query = statement("floors/slots.sql").replace("$8::tstzmultirange", f"({hours})")
    return Prepared(owner, query, [*_whom(subject, window), *_grid(subject)])


def _whom(subject: Subject, window: list[str]) -> list[str]:
    return [subject.tenant_id, subject.resource_id, *window]


def _grid(subject: Subject) -> list[str]:
    minutes = (subject.step, subject.length + subject.buffer, subject.length)
    return [f"{each} minutes" for each in minutes]
