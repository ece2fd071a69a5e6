"""The story of `make demo` and the everyday commands, told on the server under test."""

import json
import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from pgbooking import database, demo
from pgbooking.cluster import Cluster
from pgbooking.deploy import load_samples
from pgbooking.session import Session
from tests.harness import PATIENCE, TestServer
from tests.live import HOST, free_port, served
from tests.test_cli import Shell


@pytest.fixture(scope="module")
def run(dsn: str) -> Shell:
    load_samples(dsn)
    return Shell(dsn)


@pytest.fixture
def borrowed(server: TestServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """The demo on a database of the cluster under test, instead of a cluster of its own."""
    with server.clone("template0") as conninfo:
        name = re.search(r"dbname=(\S+)", conninfo)
        assert name
        monkeypatch.setattr(demo, "DEMO_DATABASE", name[1])
        monkeypatch.setattr(demo, "demo_cluster", lambda: server.cluster)
        yield server.cluster


def test_the_story_is_told_twice_in_a_row(
    borrowed: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        demo.run()
        told = capsys.readouterr().out
        for expected in (
            "●", "replayed: yes", "409 slot_taken", "alternatives: ", "slot_taken: ",
            "cancelled, version 3", "rescheduled", "make up", "pgbooking --help",
        ):  # fmt: skip
            assert expected in told
        assert "Ada is booked" not in told, "who books is not who works there"
        rooms = told.partition("by the clock of Asia/Kathmandu")[2].partition("How to go on")[0]
        assert "08:00 to 09:00  Annapurna, Sagarmatha\n" in rooms
        assert max(map(len, told.splitlines())) < 130


def test_samples_load_any_number_of_times(run: Shell) -> None:
    before = run("--tenant", "salon", "--json", "call", "list_services").json
    load_samples(run.dsn)
    assert run("--tenant", "salon", "--json", "call", "list_services").json == before


def test_everyday_commands_take_names_and_local_times(run: Shell) -> None:
    tenant = ("--tenant", "salon", "--zone", "Europe/Berlin")
    service = run(*tenant, "--json", "call", "list_services").json[0]["name"]
    begins = (datetime.now(UTC) + timedelta(days=4)).date().isoformat()
    slots = (*tenant, "slots", "--service", service.upper(), "--from", begins, "--days", "14")
    assert "●" in run(*slots).out
    free = run(*slots, "--json").json
    assert "resource_ids" in run(*slots, "--list").out
    at = datetime.fromisoformat(free[0]["starts_at"]).strftime("%Y-%m-%dT%H:%M")

    book = (*tenant, "book", "--service", service, "--at", at, "--name", "Ada", "--key", "k1")
    made = run(*book)
    assert made.code == 0, made.err
    assert "confirmed" in made.out
    again = run(*book, "--json").json
    assert again["replayed"]
    booking = again["booking_id"]

    taken = run(*tenant, "book", "--service", service, "--at", at,
                "--resource", again["resource_ids"][0])  # fmt: skip
    assert (taken.code, taken.out) == (6, "")
    assert "slot_taken" in taken.err
    assert "free: " in taken.err

    mine = [s for s in free if again["resource_ids"][0] in s["resource_ids"]]
    moved = run(*tenant, "reschedule", booking, "--at", mine[-1]["starts_at"])
    assert moved.code == 0, moved.err
    stale = run(*tenant, "cancel", booking, "--expected-version", "1", "--json")
    assert (stale.code, stale.json["code"]) == (6, "version_conflict")
    assert "cancelled" in run(*tenant, "cancel", booking, "--reason", "ill").out


def test_a_refusal_is_in_the_words_of_the_command_line(run: Shell) -> None:
    tenant = ("--tenant", "salon")
    service = run(*tenant, "--json", "call", "list_services").json[0]["name"]
    book = (*tenant, "book", "--service", service, "--at", "tomorrow", "--email", "nonsense")
    told = run(*book)
    assert (told.code, told.err.startswith("error: --email ")) == (3, True)
    told = run(*book, "--json")
    assert json.loads(told.err)["details"] == {"argument": "customer_email"}
    assert json.loads(told.err)["message"].startswith("customer_email ")


def test_the_agenda_is_of_a_day_of_the_tenants_clock(run: Shell) -> None:
    rooms = ("--tenant", "rooms")
    calls = (*rooms, "--json", "call")
    zone = run(*calls, "get_caller").json[0]["time_zone"]
    service = run(*calls, "list_services").json[0]["name"]
    slots = run(*rooms, "--zone", zone, "--json", "slots", "--service", service,
                "--from", "tomorrow", "--days", "14").json  # fmt: skip
    at = slots[0]["starts_at"]
    book = run(*rooms, "--json", "book", "--service", service, "--at", at, "--name", "Zoe",
               "--phone", "030 123")  # fmt: skip
    assert book.code == 0, book.err
    day, clock = at[:10], at[11:16]
    lines = run(*rooms, "agenda", "--date", day).out
    title, _, columns, *_ = lines.splitlines()
    assert title == f"{date.fromisoformat(day):%A, %-d %B %Y}, by the clock of {zone}"
    assert columns.split() == ["from", "to", "customer", "phone", "service", "with", "status"]
    assert [text in lines for text in (clock, "Zoe", "030 123", service)] == [True] * 4
    (row,) = run(*rooms, "--json", "agenda", "--date", day).json
    assert row["booking_id"] == book.json["booking_id"]
    (name,) = row["resource_names"]
    assert run(*rooms, "agenda", "--date", day, "--resource", name).out == lines
    nothing = f"{title}\nnothing is booked\n"
    assert run(*rooms, "agenda", "--date", day, "--status", "cancelled").out == nothing
    others = [r["name"] for r in run(*calls, "list_resources").json if r["name"] != name]
    assert run(*rooms, "agenda", "--date", day, "--resource", others[0]).out == nothing
    later = (datetime.fromisoformat(at) + timedelta(days=1)).date().isoformat()
    assert run(*rooms, "agenda", "--date", later).out.endswith("\nnothing is booked\n")
    assert run(*rooms, "--zone", "Pacific/Kiritimati", "agenda", "--date", day).out != lines
    assert run(*rooms, "agenda", "--date", "9999-12-31").code == 3


def test_a_name_that_is_unknown_lists_the_known_ones(run: Shell) -> None:
    answer = run("--tenant", "salon", "slots", "--service", "Nonsense")
    assert answer.code == 3
    assert 'No service is called "Nonsense". There are: ' in answer.err
    assert run("--tenant", "nobody", "slots", "--service", "x").code == 4
    assert run("slots", "--service", "x").code == 4


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("book", "--service", "Cut", "--at", "2031-01-07T10:00", "--key", ""), " --key must "),
        (("cancel", "5a100000-0000-4000-8000-0000000000a1", "--key", ""), " --key must "),
        (("slots", "--service", "Cut", "--resource", ""), 'No resource is called ""'),
        (("slots", "--service", "Cut", "--from", "9999-12-30"), "no date so far ahead"),
        (("slots", "--service", "Cut", "--from", "2026-4-2"), "not an ISO 8601 instant"),
        (
            ("slots", "--service", "Cut", "--from", "2031-01-02", "--to", "2031-01-01"),
            " --to must ",
        ),
        (("slots", "--service", "Cut", "--limit", "1000000"), " --limit must "),
        (("slots", "--service", "Cut", "--duration", "-5min"), " --duration must "),
    ],
)
def test_bad_input_is_named_and_does_nothing(
    run: Shell, arguments: tuple[str, ...], text: str
) -> None:
    before = run("--tenant", "salon", "--json", "call", "list_bookings").json
    answer = run("--tenant", "salon", *arguments)
    assert (answer.code, answer.out) == (3, "")
    assert text in answer.err
    assert run("--tenant", "salon", "--json", "call", "list_bookings").json == before


def test_what_a_command_began_is_undone_when_it_fails(run: Shell) -> None:
    session = Session(run.dsn, "salon")

    def fails() -> None:
        with session.connection() as connection:
            database.call(connection, "upsert_holiday", p_name="Never", p_starts_on="2031-01-02")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    with session.connection() as connection:
        found = database.call(connection, "list_holidays", p_from="2031-01-02", p_to="2031-01-02")
    assert found == []


def test_holidays_are_imported_once(run: Shell) -> None:
    bavaria = ("holidays", "import", "--country", "de", "--subdivision", "BY", "--year", "2031")
    assert run("--tenant", "salon", *bavaria).out.startswith("12 imported, 0 ")
    listed = run("--tenant", "salon", "holidays", "list", "--from", "2031-01-01").out
    assert "2031-01-06" in listed
    for other in ((), ("--language", "en_US")):
        again = run("--tenant", "salon", *bavaria, *other, "--json").json
        assert again == {"imported": 0, "already_there": 12}
    assert run("--tenant", "salon", "holidays", "list", "--from", "2031-01-01").out == listed
    wrong = run("--tenant", "salon", "holidays", "import", "--country", "XX")
    assert wrong.code == 3
    assert wrong.err.count("\n") == 1


def test_holidays_of_some_do_not_stand_for_a_public_one(run: Shell) -> None:
    salon = ("--tenant", "salon")
    who = run(*salon, "--json", "call", "list_resources").json[0]["resource_id"]
    run(*salon, "call", "upsert_holiday", "--name=Trip", "--starts-on=2035-01-01",
        f"--resource-ids={who}")  # fmt: skip
    run(*salon, "call", "upsert_holiday", "--name=Stocktaking", "--starts-on=2035-01-01",
        "--kind=company_holiday")  # fmt: skip
    done = run(*salon, "--json", "holidays", "import", "--country=DE", "--year=2035").json
    assert done == {"imported": 9, "already_there": 0}


def test_opening_hours_are_imported_as_json(run: Shell) -> None:
    hours = ("--tenant", "rooms", "--json", "call", "import_opening_hours", "--hours")
    week = {str(day): {"is_open": day != 6, "start_time": "08:00", "end_time": "20:00"}
            for day in range(7)}  # fmt: skip
    assert [row["weekday"] for row in run(*hours, json.dumps(week)).json] == [0, 1, 2, 3, 4, 5]
    week["3"]["end_time"] = "late"
    wrong = run(*hours, json.dumps(week))
    assert wrong.code == 3
    assert '"hours.3.end_time must ' in wrong.err


def test_the_server_answers_over_http(run: Shell) -> None:
    port = free_port()
    with served(run.dsn, port, "--role=service_role", stderr=subprocess.PIPE) as process:
        assert fetch(port, "/healthz")["status"] == "ok"
        assert fetch(port, "/rpc/list_services", {"X-Tenant": "salon"})[0]["name"]
        with pytest.raises(urllib.error.HTTPError) as caught:
            fetch(port, "/rpc/list_services", {"Host": "evil.example"})
        assert caught.value.code == 400
        caught.value.close()
    assert process.stderr
    with process.stderr as log:
        lines = [json.loads(line) for line in log if line.startswith(b"{")]
    assert {line["route"] for line in lines if line["event"] == "request"} >= {"/healthz"}


def fetch(port: int, path: str, headers: dict[str, str] | None = None) -> Any:
    request = urllib.request.Request(f"http://{HOST}:{port}{path}", headers=headers or {})
    with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310  # our own server
        return json.load(response)
