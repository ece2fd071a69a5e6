"""The alert rules, by Prometheus' own tool; and that they ask for metrics that there are."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pgbooking import database
from pgbooking.app import create_app
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


def test_the_rules_ask_for_labels_and_routes_that_there_are(
    dsn: str, connect: Callable[[], database.Connection]
) -> None:
    connect().execute("insert into booking.operation_count values ('cancel', 'failed', 'odd', 1)")
    app = create_app(dsn, role="anon", pool_size=2)
    client = app.test_client()
    client.get("/rpc/available_slots?p_service_id=x&p_from=x&p_to=x")
    client.get("/api/v1/availability")
    told = [
        sample
        for family in text_string_to_metric_families(client.get("/metrics").text)
        for sample in family.samples
    ]
    app.extensions["pgbooking"].close()
    rules = RULES.read_text(encoding="utf-8")
    asked = re.findall(r"\b(pgbooking_\w+)\{(.*?)\}", rules)
    assert len(asked) == 4
    for name, selectors in asked:
        found = [sample.labels for sample in told if sample.name == name]
        assert found
        for label in re.findall(r"(\w+)[=!]", selectors):
            assert all(label in labels for labels in found), (name, label)
    (pattern,) = re.findall(r'route=~"(.*?)"', rules)
    routes = {sample.labels.get("route", "") for sample in told}
    assert {route for route in routes if re.fullmatch(pattern, route)} == {
        "/rpc/available_slots",
        "/api/v1/availability",
    }
