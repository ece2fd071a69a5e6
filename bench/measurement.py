"""What a measurement needs, and what it gives."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import psycopg

from bench.rounds import Comparison

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Bench:
    """The databases and how thoroughly they are measured.

    conninfo: of the database with all claims, tenth: of the one with a tenth of them. binaries: of
    the server. rounds: how often everything is repeated. seconds: how long a round of writes is.
    """

    conninfo: str
    tenth: str
    binaries: Path
    monday: date
    people: int
    claims: int
    load_average: float
    rounds: int
    seconds: int

    @contextmanager
    def client(self, slug: str, conninfo: str | None = None) -> Iterator[psycopg.Connection[Any]]:
        """A session of a trusted application that has chosen a tenant."""
        with self.owner(conninfo) as connection:
            connection.execute("select booking_v1.use_tenant(%s)", [slug])
            connection.execute("set role service_role")
            yield connection

    @contextmanager
    def owner(self, conninfo: str | None = None) -> Iterator[psycopg.Connection[Any]]:
        """A superuser's session, not bound by row security: where floors are measured."""
        with closing(psycopg.connect(conninfo or self.conninfo, autocommit=True)) as connection:
            _share_a_core(connection)
            yield connection

    def value(self, query: bytes) -> Any:
        """The one value of a query."""
        with self.owner() as connection:
            row = connection.execute(query).fetchone()
        return row[0] if row else None


def _share_a_core(connection: psycopg.Connection[Any]) -> None:
    """What is compared runs on one core: those of a machine may differ in speed by half."""
    with suppress(PermissionError):  # of another account's process, where not run as root
        os.sched_setaffinity(connection.info.backend_pid, {min(os.sched_getaffinity(0))})


@dataclass(frozen=True)
class Result:
    """A line of the table. unit: ms, or 1/s. met: whether the target was reached, where one is."""

    name: str
    what: str
    unit: str
    figures: Comparison
    floor_is: str
    target: str = "for comparison"
    met: bool | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """As results.json has it."""
        return {
            "name": self.name,
            "what": self.what,
            "unit": self.unit,
            "ours": self.figures.ours.record(),
            "floor": self.figures.floor.record(),
            "floor_is": self.floor_is,
            "ratio": round(self.figures.ratio, 3),
            "target": self.target,
            "met": self.met,
            **({"details": dict(self.details)} if self.details else {}),
        }


def statement(name: str) -> str:
    """The text of a file of this folder."""
    return (HERE / name).read_text(encoding="utf-8")
