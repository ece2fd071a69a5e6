"""The documentation says what the code says."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from pgbooking.cli import cli
from pgbooking.database import Connection
from tools import docs

ROOT = Path(__file__).resolve().parents[1]
BOOKING_MD = (ROOT / "booking.md").read_text(encoding="utf-8")
_CODE = re.compile(r"^\('(\w+)', (\d{3}), ", re.MULTILINE)
_EVENT = re.compile(r"^\('([\w.]+)', [^,]+, '(.*)'\)[,]?$", re.MULTILINE)
_METRIC = re.compile(r"^\('(\w+)', '(\w+)', '(.*)'\)[,]?$", re.MULTILINE)
_KIND = re.compile(r"^\('(\w+)', (\d+), (\d+),", re.MULTILINE)
_SEQUENCE = re.compile(r"```mermaid\nsequenceDiagram\n(.*?)```", re.DOTALL)
_DIAGRAM = re.compile(r"```mermaid\nerDiagram\n(.*?)```", re.DOTALL)
_RELATION = re.compile(r"^ +(\w+) \S+--\S+ (\w+) :", re.MULTILINE)
_POLICY = re.compile(r"^    '(\w+)', '(?:integer|boolean|minutes_list|email)', ", re.MULTILINE)


def commands(group: click.Group, path: str = "pgbooking") -> list[str]:
    """Every command below a group, as it is typed; those made from the database left out."""
    found = []
    for name, command in group.commands.items():
        found.append(f"{path} {name}")
        if isinstance(command, click.Group):
            found += commands(command, f"{path} {name}")
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "sql", tmp_path / "sql")
    shutil.copy(ROOT / "booking.md", tmp_path)
    return tmp_path


def test_the_contract_reference_is_up_to_date() -> None:
    assert docs.main(["--check"]) == 0


def test_a_changed_comment_makes_the_reference_stale(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = copy / "sql" / "functions" / "api" / "get_booking.sql"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("One booking;", "Just one booking;"), encoding="utf-8")
    assert docs.main(["--check"], copy) == 1
    assert "stale" in capsys.readouterr().err
    assert docs.main([], copy) == 0
    assert "Just one booking;" in (copy / "booking.md").read_text(encoding="utf-8")
    assert docs.main(["--check"], copy) == 0


def test_a_function_without_a_comment_is_refused(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = copy / "sql" / "functions" / "api" / "get_booking.sql"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.partition("comment on")[0], encoding="utf-8")
    assert docs.main([], copy) == 1
    assert "get_booking" in capsys.readouterr().err


@pytest.mark.parametrize("command", commands(cli))
def test_every_command_is_documented(command: str) -> None:
    assert re.search(rf"{command}\b", BOOKING_MD)


def test_the_messages_of_sequence_diagrams_are_whole() -> None:
    """To Mermaid a semicolon ends a message; what follows is no statement, and nothing is drawn."""
    diagrams = _SEQUENCE.findall(BOOKING_MD)
    assert diagrams
    assert not [line for diagram in diagrams for line in diagram.splitlines() if ";" in line]


def test_the_diagram_of_the_data_draws_references_that_there_are(
    connect: Callable[[], Connection],
) -> None:
    [diagram] = _DIAGRAM.findall(BOOKING_MD)
    drawn = set(_RELATION.findall(diagram))
    rows = connect().execute(
        "select confrelid::regclass::text as parent, conrelid::regclass::text as child"
        " from pg_constraint where contype = 'f' and connamespace = 'booking'::regnamespace"
    )
    there = {(row["parent"], row["child"]) for row in rows}
    named = {(f"booking.{parent}", f"booking.{child}") for parent, child in drawn}
    # but for one, which no constraint holds
    assert named - there == {("booking.tenant", "booking.booking_operation")}


def test_every_code_is_documented_with_its_status() -> None:
    text = (ROOT / "sql" / "reference" / "error_codes.sql").read_text(encoding="utf-8")
    codes = _CODE.findall(text)
    assert codes
    missing = [code for code, status in codes if f"| `{code}` | {status} |" not in BOOKING_MD]
    assert not missing


def test_every_webhook_event_is_documented() -> None:
    text = (ROOT / "sql" / "reference" / "webhook_events.sql").read_text(encoding="utf-8")
    events = _EVENT.findall(text)
    assert events
    missing = [name for name, says in events if f"| `{name}` | {says} |" not in BOOKING_MD]
    assert not missing


def test_every_metric_is_documented() -> None:
    text = (ROOT / "sql" / "reference" / "metrics.sql").read_text(encoding="utf-8")
    metrics = _METRIC.findall(text)
    assert metrics
    rows = [f"| `{name}` | {kind} | {says} |".replace("''", "'") for name, kind, says in metrics]
    assert not [row for row in rows if row not in BOOKING_MD]


def test_every_check_of_the_doctor_is_documented() -> None:
    files = (ROOT / "sql" / "functions" / "doctor").glob("find_*.sql")
    checks = {file.stem for file in files} - {"find_tenant_problems", "find_installation_problems"}
    assert checks
    assert not [name for name in checks if f"| `{name}` |" not in BOOKING_MD]


def test_every_policy_is_documented() -> None:
    text = (ROOT / "sql" / "reference" / "policy_definitions.sql").read_text(encoding="utf-8")
    policies = _POLICY.findall(text)
    assert policies
    assert not [name for name in policies if f"| `{name}` |" not in BOOKING_MD]


def test_every_job_is_documented_with_its_schedule(connect: Callable[[], Connection]) -> None:
    query = (
        "select j.job_name, booking.cron_schedule(j.every, j.at) as schedule from booking.job as j"
    )
    jobs = connect().execute(query).fetchall()
    assert len(jobs) == len(list((ROOT / "cron").glob("*.sql"))) > 0
    assert not [
        job for job in jobs if f"| `{job['job_name']}` | `{job['schedule']}` |" not in BOOKING_MD
    ]


def test_every_kind_of_delivery_is_documented() -> None:
    """Its concurrency and its attempts, as they are."""
    text = (ROOT / "sql" / "reference" / "outbox_kinds.sql").read_text(encoding="utf-8")
    kinds = [kind for kind in _KIND.findall(text) if kind[1] != "0"]  # those that are leased
    assert kinds
    assert not [kind for kind in kinds if "| `{}` | {} | {} |".format(*kind) not in BOOKING_MD]
