"""What the worker shows a terminal: one line, kept up to date."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.live import Live
from rich.text import Text

from pgbooking import render
from pgbooking.worker.loop import Worker

_WORDS = {
    "done": "sent",
    "queued": "to be tried again",
    "dead": "given up",
    "dropped": "no longer wanted",
    "lost": "taken over",
}


def line(worker: Worker) -> str:
    """The counters of a worker that are not 0."""
    counts = worker.counts
    told = [f"{counts[word]} {text}" for word, text in _WORDS.items() if counts[word]]
    return " · ".join([f"{worker.at_work()} at work", *(told or ["nothing sent yet"])])


@contextmanager
def shown(worker: Worker) -> Iterator[bool]:
    """Keep the line up to date while inside, on a terminal; whether there is one.

    Whatever else is written to standard error meanwhile appears above it.
    """
    if not sys.stderr.isatty():
        yield False
        return
    with Live(
        get_renderable=lambda: Text(line(worker), style="dim"),
        console=render.console(stderr=True),
        refresh_per_second=4,
    ):
        yield True
