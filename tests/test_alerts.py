"""The alert rules, by Prometheus' own tool; and that they ask for metrics that there are."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pgbooking import database
from pgbooking.cluster import state_root

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "alerts"
RULES = FOLDER / "pgbooking.rules.yml"
# those that the shell adds
OWN = {"up", "http_request_seconds_count", "http_request_seconds_bucket"}


def promtool(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it; skip the test where there is none."""
    found = shutil.which("promtool", path=f"{state_root()}:/usr/bin:/usr/local/bin")
    if not found:
        pytest.skip("promtool is missing: tools/promtool fetches it")
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=False)


def test_the_rules_do_what_they_say() -> None:
    done = promtool("test", "rules", str(FOLDER / "pgbooking.test.yml"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_rule_that_never_fires_is_seen(tmp_path: Path) -> None:
    text = RULES.read_text(encoding="utf-8")
    (tmp_path / RULES.name).write_text(text.replace("_job_late == 1", "_job_late == 2"))
    shutil.copy(FOLDER / "pgbooking.test.yml", tmp_path)
    done = promtool("test", "rules", str(tmp_path / "pgbooking.test.yml"))
    assert done.returncode != 0
    assert "PgbookingJobLate" in done.stdout + done.stderr


def test_every_rule_is_tested() -> None:
    names = re.findall(r"- alert: (\w+)", RULES.read_text(encoding="utf-8"))
    tested = (FOLDER / "pgbooking.test.yml").read_text(encoding="utf-8")
    assert names
    assert not [name for name in names if f"alertname: {name}\n        exp_alerts" not in tested]


def test_the_rules_ask_for_metrics_that_there_are(
    connect: Callable[[], database.Connection],
) -> None:
    asked = set(re.findall(r"\bpgbooking_(\w+)", RULES.read_text(encoding="utf-8")))
    rows = database.call_engine(connect(), "metrics")
    assert asked - OWN <= {row["name"] for row in rows}
