"""The same week in a database with a tenth of the claims: what a slot costs must not grow."""

import re

from bench.measurement import Bench, Result
from bench.prepared import Prepared
from bench.rounds import alternate
from bench.subject import SHOP, SLOTS

_BUFFERS = re.compile(r"shared hit=(\d+)(?: read=(\d+))?")


def measure(bench: Bench) -> list[Result]:
    """A week of one person, whose claims are the same in both databases."""
    window = SHOP.slots(bench.monday, 7)
    with bench.client(SHOP.slug) as large, bench.client(SHOP.slug, bench.tenth) as small:
        times = alternate(
            bench.rounds,
            Prepared(large, SLOTS, window).milliseconds,
            Prepared(small, SLOTS, window).milliseconds,
            calls=25,
        )
        pages, pages_of_tenth = (
            _pages(Prepared(connection, f"explain (analyze, buffers) {SLOTS}", window))
            for connection in (large, small)
        )
    result = Result(
        "growth", "the same week, ten times the claims", "ms", times,
        floor_is="ours in a database with a tenth of the claims",
        target="≤ 1.2 x floor", met=times.ratio <= 1.2,
        details={"pages": pages, "pages_with_a_tenth": pages_of_tenth},
    )  # fmt: skip
    return [result]


def _pages(plan: Prepared) -> int:
    """Pages touched by one warm execution, and by what it calls."""
    plan.milliseconds()
    found = _BUFFERS.search("\n".join(plan.column()))
    return sum(int(count or 0) for count in found.groups()) if found else 0
