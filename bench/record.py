"""results.json: a run with everything that its figures depend on."""

import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.load import Size
from bench.measurement import Bench, Result

_SETTINGS = (
    *("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers"),
    *("max_wal_size", "work_mem", "jit"),
)


def describe(bench: Bench, size: Size, scale: float, results: Sequence[Result]) -> dict[str, Any]:
    """Everything about a run, as JSON."""
    with bench.owner() as connection:
        settings = connection.execute(
            "select name, current_setting(name) from pg_settings where name = any(%s)",
            [list(_SETTINGS)],
        ).fetchall()
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "revision": _revision(),
        "machine": {
            "cores": os.cpu_count(),
            "processor": _processor(),
            "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
            "system": platform.platform(),
            "load_average_at_start": bench.load_average,
        },
        "python": platform.python_version(),
        "server": dict(settings),
        "scale": scale,
        **vars(size),
        "claims": bench.claims,
        "rounds": bench.rounds,
        "seconds_of_a_round": bench.seconds,
        "results": [result.record() for result in results],
    }


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
