"""The earliest time that many people have in common."""

from bench import subject
from bench.errors import BenchError
from bench.measurement import Bench, Result, statement
from bench.prepared import Prepared
from bench.rounds import alternate


def measure(bench: Bench) -> list[Result]:
    """Everybody in the office, who are free together on one day of the twelfth week."""
    parameters = subject.common(bench.people, bench.monday)
    everybody, _, *window = parameters
    with bench.client("office") as client, bench.owner() as owner:
        ours = Prepared(client, subject.COMMON, parameters)
        floor = Prepared(
            owner, statement("floors/common.sql"),
            [subject.identifier("tenant", 2), everybody, *window],
        )  # fmt: skip
        if len(ours.column()) != 1 or floor.column() != [str(bench.people)]:
            raise BenchError("common: not everybody was found, or no time")
        times = alternate(bench.rounds, ours.milliseconds, floor.milliseconds)
    result = Result(
        "common", f"earliest common time of {bench.people} people, 90 days", "ms", times,
        floor_is="reading their claims and adding up each one's",
        target="< 500 ms, one statement", met=times.ours.median < 500,
    )  # fmt: skip
    return [result]
