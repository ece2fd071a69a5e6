"""Slots of one resource: half a year, and a week, each beside bare range subtraction."""

from typing import Any

import psycopg

from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.prepared import Prepared
from bench.rounds import Comparison, alternate
from bench.subject import SHOP, SLOTS, Subject

FLOOR = "claims of the same person subtracted from constant working hours, and a grid over the rest"
_ORDER_OF_TEN = 30  # milliseconds


def measure(bench: Bench) -> list[Result]:
    """180 days and a week on a fine grid."""
    starts, half_year = compare(bench, SHOP, 180)
    _, week = compare(bench, SHOP, 7)
    return [
        Result(
            "slots", f"six months of slots, {starts} starts", "ms", half_year, floor_is=FLOOR,
            target="≤ 2 x floor, in the order of 10 ms",
            met=half_year.ratio <= 2 and half_year.ours.median <= _ORDER_OF_TEN,
        ),
        Result(
            "week", "a week of slots", "ms", week, floor_is=FLOOR,
            target="≤ 2 x floor", met=week.ratio <= 2,
        ),
    ]  # fmt: skip


def compare(bench: Bench, subject: Subject, days: int) -> tuple[int, Comparison]:
    """How many starts, and the milliseconds of ours and of the floor, which must list the same."""
    with bench.client(subject.slug) as client, bench.owner() as owner:
        ours = Prepared(client, SLOTS, subject.slots(bench.monday, days))
        floor = _floor(owner, subject, subject.window(bench.monday, days))
        starts = ours.column()
        if starts != floor.column() or not starts:
            raise BenchError(f"{days} days of slots: the floor does not list the same starts")
        calls = 5 if days > 7 else 25
        return len(starts), alternate(
            bench.rounds, ours.milliseconds, floor.milliseconds, calls=calls
        )


def _floor(owner: psycopg.Connection[Any], subject: Subject, window: list[str]) -> Prepared:
    whom = [subject.tenant_id, subject.resource_id, *window]
    hours = Prepared(owner, statement("floors/working_hours.sql"), whom).column()[0]
    minutes = [subject.step, subject.length + subject.buffer, subject.length]
    grid = [f"{each} minutes" for each in minutes]
    return Prepared(owner, statement("floors/slots.sql"), [*whom, hours, *grid])
