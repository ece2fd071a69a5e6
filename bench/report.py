"""The table and results.json."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.load import Size
from bench.measurement import Bench, Result
from bench.rounds import Figure

_SETTINGS = (
    *("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers"),
    *("max_wal_size", "work_mem", "jit"),
)
_HEADINGS = ("what", "ours", "floor", "ratio", "target", "met")


def table(results: Sequence[Result]) -> str:
    """The results as text: medians, in brackets the least and the most of the rounds."""
    rows = [
        _HEADINGS,
        *(
            (
                result.what,
                _text(result.figures.ours, result.unit),
                _text(result.figures.floor, result.unit),
                f"{result.figures.ratio:.2f}",
                result.target,
                "yes" if result.met else "no",
            )
            for result in results
        ),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = [
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    notes = [f"  {result.what}: {result.floor_is}" for result in results]
    return "\n".join([*lines, "", "The floors:", *notes])


def record(bench: Bench, size: Size, scale: float, results: Sequence[Result]) -> dict[str, Any]:
    """Everything about a run, for results.json."""
    with bench.owner() as connection:
        settings = connection.execute(
            "select name, current_setting(name) from pg_settings where name = any(%s)",
            [list(_SETTINGS)],
        ).fetchall()
        row = connection.execute("select count(*) from booking.claim").fetchone()
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "revision": _revision(),
        "machine": {
            "cores": os.cpu_count(),
            "processor": _processor(),
            "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
            "system": platform.platform(),
            "load_before": os.getloadavg()[2],
        },
        "python": platform.python_version(),
        "server": dict(settings),
        "scale": scale,
        **vars(size),
        "claims": row[0] if row else 0,
        "rounds": bench.rounds,
        "seconds_of_a_round": bench.seconds,
        "results": [result.record() for result in results],
    }


def _text(figure: Figure, unit: str) -> str:
    digits = 0 if unit == "1/s" else 2 if figure.median < 10 else 1
    low, middle, high = (
        f"{value:,.{digits}f}" for value in (figure.least, figure.median, figure.most)
    )
    return f"{middle} {'ms' if unit == 'ms' else '/s'} ({low} to {high})"


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor()


def _revision() -> str:
    """The git revision, with a plus where files differ from it; empty outside of a checkout."""
    command = ["git", "describe", "--always", "--dirty=+", "--abbrev=12"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent
    )
    return done.stdout.strip()
