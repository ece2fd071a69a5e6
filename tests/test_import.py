"""Moving in: the manual's example as it is printed, and what a file can be."""

import json
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner

from pgbooking import cli_import
from pgbooking.cli import cli
from pgbooking.deploy import load_samples
from pgbooking.session import Session
from tests import manual
from tests.harness import TestServer
from tests.test_cli import Answer, Shell

_CHAPTER = manual.chapter("Moving in")

Import = Callable[..., Answer]


@pytest.fixture
def conninfo(server: TestServer) -> Iterator[str]:
    """A database with the sample shops."""
    with server.clone() as found:
        load_samples(found)
        yield found


@pytest.fixture
def bring(conninfo: str, tmp_path: Path) -> Import:
    """Import a file into the salon."""

    def run(text: str | bytes, *options: str) -> Answer:
        file = tmp_path / "old"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        command = ("--tenant", "salon", "bookings", "import", "--json", *options, str(file))
        return Shell(conninfo)(*command)

    return run


def counted(conninfo: str) -> Any:
    """How many bookings, customers and effects there are."""
    query = """
        select
            (select count(*) from booking.booking), (select count(*) from booking.claim),
            (select count(*) from booking.customer), (select count(*) from booking.booking_event),
            (select count(*) from booking.outbox)
    """
    with psycopg.connect(conninfo) as connection:
        return connection.execute(query).fetchone()


def test_the_manuals_example(conninfo: str, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text(manual.example(_CHAPTER, "csv"), encoding="utf-8")
    before = counted(conninfo)
    answers = []
    for line in manual.example(_CHAPTER, "sh").splitlines():
        arguments = line.partition("#")[0].split()[1:]
        answers.append(Shell(conninfo)(*(str(tmp_path / a) if a == "old.csv" else a
                                         for a in arguments)))  # fmt: skip
        if len(answers) == 1:
            assert counted(conninfo) == before
    assert [answer.code for answer in answers] == [6, 6, 6]
    assert [answer.out.splitlines()[-1] for answer in answers] == [
        "4 would be imported, 0 changed, 0 as before, 1 refused",
        "4 imported, 0 changed, 0 as before, 1 refused",
        "0 imported, 0 changed, 4 as before, 1 refused",
    ]
    for answer in answers:
        assert re.search(r"line +7 *\n.* A-1005 *\n.* slot_taken *\n", answer.out), answer.out
    listed = Shell(conninfo)("--tenant", "salon", "--json", "call", "list_bookings", "--to",
                             "2025-01-01", "--zone", "Europe/Berlin").json  # fmt: skip
    assert [(b["starts_at"], b["status"], b["customer_name"], b["notes"]) for b in listed] == [
        ("2024-03-05T10:00:00+01:00", "confirmed", "Ada Moor", None),
        ("2024-03-05T11:00:00+01:00", "confirmed", "Bo Lund", "allergic\nto henna"),
        ("2024-03-06T10:00:00+01:00", "cancelled", "Ada Moor", None),
    ]
    assert listed[1]["metadata"] == {"was": "no-show"}


def test_what_changed_there_is_listed(bring: Import) -> None:
    row = {"external_id": 7, "service": "cut", "resource": "mia", "starts_at": "2024-03-05T10:00",
           "metadata": {"from": ["there"]}, "price": None}  # fmt: skip
    moved = row | {"starts_at": "2024-03-05T12:00:00+01:00", "customer_name": "Ada"}
    assert bring(json.dumps(row)).json["imported"] == 1
    again = bring(f"\n{json.dumps(moved)}\n{json.dumps(row | {'external_id': 8})}\n")
    assert (again.code, again.json) == (0, {
        "dry_run": False, "imported": 1, "unchanged": 0, "refused": [],
        "changed": [{"line": 2, "external_id": 7,
                     "changed": ["customer_id", "ends_at", "starts_at"]}],
    })  # fmt: skip


def test_each_refused_row_says_why_and_the_others_are_imported(bring: Import) -> None:
    answer = bring(
        "External ID;Service;Resource;Starts at;Customer email;Party size;Status;Duration\r\n"
        "1;Cut;Mia;2024-03-05 10:00;ada@example.org;;\r\n"
        "2;Cut;Mia;2024-03-05 10:15;;;\r\n"
        "3;Shave;Mia;2024-03-06 10:00;;;\r\n"
        "4;Cut;Zoe;2024-03-06 10:00;;;\r\n"
        ";;;;;;\r\n"
        "5;Cut;Mia;06.03.2024 10:00;;;\r\n"
        "6;Cut;Mia;2024-03-06 10:00;n/a;;\r\n"
        "7;Cut;Mia;2024-03-06 10:00;;two;\r\n"
        ";Cut;Mia;2024-03-06 10:00;;;\r\n"
        "9;Cut;Mia;2024-03-06 10:00;;;no_show\r\n"
        "10;Cut;Mia;2024-03-06 10:00;;;confirmed\r\n"
        "11;Cut;Mia;2024-03-07 10:00;;;;45\r\n"
    )
    found = answer.json
    assert (answer.code, found["imported"]) == (6, 2)
    assert [
        (row["line"], row["external_id"], row["code"], (row["details"] or {}).get("argument"))
        for row in found["refused"]
    ] == [
        (3, "2", "slot_taken", None),
        (4, "3", "invalid_argument", "service"),
        (5, "4", "invalid_argument", "resource"),
        (7, "5", "invalid_argument", "starts_at"),
        (8, "6", "invalid_argument", "customer_email"),
        (9, "7", "invalid_argument", "party_size"),
        (10, None, "invalid_argument", "external_id"),
        (11, "9", "invalid_argument", "status"),
        (13, "11", "invalid_argument", "duration"),
    ]
    assert found["refused"][0]["details"]["reasons"][0]["rule"] == "claim"


def test_a_refused_row_says_what_to_do(conninfo: str, tmp_path: Path, bring: Import) -> None:
    text = "external_id,service,starts_at\n1,Cut,06.03.2024 10:00\n2,Shave,2024-03-06 10:00"
    hints = [row["hint"] for row in bring(text).json["refused"]]
    assert "2026-04-02T10:00" in hints[0]
    assert hints[1] == "Correct the argument and try again."
    (tmp_path / "again").write_text(text, encoding="utf-8")
    told = Shell(conninfo)("--tenant", "salon", "bookings", "import", str(tmp_path / "again")).out
    assert all(hint in told for hint in hints)


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("external_id,service\n1,\xe4".encode("latin-1"), "CSV UTF-8"),
        ('{"external_id": 1}\n{', "Line 2 is not JSON"),
        ('{"external_id": 1}\n[1]', "Line 2 is not a JSON object"),
        ('{"external_id": 1}\n{"notes": "\\ud800"}', "Line 2 is not JSON"),
        ('{"metadata": ' + '{"a": ' * 99999, "Line 1 is not JSON"),
        ("external_id,external id\n1,2", "the same name"),
        ("external_id,service\n1,Cut,3", "Line 2 has more cells"),
        ('external_id,notes\n1,"never\nends', "Line 2 is not CSV"),
    ],
)
def test_what_is_no_such_file_is_refused_whole(bring: Import, file: str | bytes, why: str) -> None:
    answer = bring(file)
    assert (answer.code, answer.out) == (3, "")
    assert why in answer.err


@pytest.mark.parametrize(
    ("more", "argument"),
    [
        ({"Name": "Ada"}, "Name"),
        ({"metadata.a.b": 1, "metadata": {}}, "metadata"),
        ({"metadata": {"a": 1}, "metadata.b": 1}, None),
        ({"metadata": "[]", "metadata.b": 1}, "metadata.b"),
        ({"service_id": "5a100000-0000-4000-8000-0000000000a1"}, "service_id"),
        ({"starts_local": "2024-03-05T10:00"}, "starts_local"),
        ({"notes.more": "x"}, "notes.more"),
    ],
)
def test_a_field_that_is_none_or_given_twice_refuses_its_row(
    bring: Import, more: dict[str, Any], argument: str | None
) -> None:
    row = {"external_id": "1", "service": "Cut", "starts_at": "2024-03-05T10:00"} | more
    refused = bring(json.dumps(row), "--dry-run").json["refused"]
    assert [row["details"]["argument"] for row in refused] == ([argument] if argument else [])


def test_a_field_that_is_none_is_refused_with_those_there_are(bring: Import) -> None:
    refused = bring('{"external_id": "1", "servce": "Cut"}', "--dry-run")
    assert "no field servce. There are: service, resource, external_id, service_id, " in refused.out


def test_a_source_keeps_two_systems_apart(bring: Import) -> None:
    row = json.dumps({"external_id": "1", "service": "Cut", "starts_at": "2024-03-05T10:00"})
    assert bring(row).json["imported"] == 1
    assert bring(row, "--source", "the other").json["imported"] == 1
    assert bring(row, "--source", "the other").json["unchanged"] == 1


def test_one_booking_after_the_other_is_imported_without_buffers(bring: Import) -> None:
    row = {"service": "Cut", "resource": "Mia", "duration": "45 min"}
    file = "\n".join(
        json.dumps(row | {"external_id": hour, "starts_at": f"2031-03-04T{hour}"})
        for hour in ("10:00", "10:45", "11:30")
    )
    refused = bring(file).json["refused"]
    assert [row["external_id"] for row in refused] == ["10:45"]
    answer = bring(file, "--without-buffers")
    assert (answer.code, answer.json["imported"]) == (0, 1)
    assert [row["changed"] for row in answer.json["changed"]] == [["with_buffers"]] * 2
    assert bring(file, "--without-buffers").json["unchanged"] == 3


def test_who_may_not_is_told_at_once(conninfo: str, bring: Import) -> None:
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute("revoke execute on function booking_v1.import_booking from service_role")
        connection.execute("grant service_role to postgres")
        connection.execute("alter role postgres in database " + connection.info.dbname
                           + " set role = 'service_role'")  # fmt: skip
    row = json.dumps({"external_id": "1", "service": "Cut", "starts_at": "2024-03-05T10:00"})
    answer = bring(f"{row}\n{row}")
    assert (answer.code, answer.out) == (4, "")
    assert "After 0 rows. Import the file again" in answer.err


def test_a_file_of_many_rows_is_not_kept_as_so_many_objects(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "old.csv"
    row = "BK-{},Haircut,Mia,2026-04-02T10:00,2026-04-02T11:00,Ada Lovelace,{}@example.org\n"
    names = "external_id,service,resource,starts_at,ends_at,customer_name,customer_email\n"
    file.write_text(names + "".join(row.format(n, n) for n in range(10000)), encoding="utf-8")
    outcome = {"status": "completed", "replayed": False, "version": 1}
    monkeypatch.setattr(Session, "engine", lambda _: nullcontext(None))
    for name in ("contract_function", "_arguments"):
        monkeypatch.setattr(cli_import, name, lambda *_: None)
    monkeypatch.setattr(cli_import, "_outcome", lambda *_: dict(outcome))
    tracemalloc.start()
    try:
        done = CliRunner().invoke(cli, ["bookings", "import", str(file)], obj=Session())
        assert tracemalloc.get_traced_memory()[1] < 10 * file.stat().st_size
    finally:
        tracemalloc.stop()
    assert done.stdout == "10000 imported, 0 changed, 0 as before, 0 refused\n"


@pytest.mark.parametrize("text", ["", "\n", "external_id,service\n", "external_id\n,\n"])
def test_a_file_without_rows_is_told(conninfo: str, tmp_path: Path, text: str) -> None:
    (tmp_path / "old").write_text(text, encoding="utf-8")
    done = Shell(conninfo)("--tenant", "salon", "bookings", "import", str(tmp_path / "old"))
    assert (done.code, done.err) == (0, "the file has no rows\n")


def test_it_reads_standard_input(conninfo: str) -> None:
    row = json.dumps({"external_id": "1", "service": "Cut", "starts_at": "2024-03-05T10:00"})
    command = [sys.executable, "-m", "pgbooking", "--dsn", conninfo, "--tenant", "salon"]
    done = subprocess.run(
        [*command, "bookings", "import", "-"], input=row, capture_output=True, text=True,
        timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout == "1 imported, 0 changed, 0 as before, 0 refused\n"


def test_a_tenant_that_there_is_not_ends_it(conninfo: str) -> None:
    answer = Shell(conninfo)("--tenant", "nobody", "bookings", "import", "-")
    assert (answer.code, answer.out) == (4, "")
