"""The command line without a database: what it hands on, what it says, and how it ends."""

import errno
import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock
from uuid import UUID
from zoneinfo import ZoneInfo

import click
import psycopg
import pytest
from click.testing import CliRunner, Result

from pgbooking import render
from pgbooking.cli import cli, main
from pgbooking.contract import Argument, Function
from pgbooking.deploy import Deployment
from pgbooking.errors import BookingError, SetupError, invalid_argument
from pgbooking.live.hub import Room
from pgbooking.session import Failed, Session

Heard = list[Any]


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--dsn=dbname=x", *arguments], obj=Session())


@pytest.fixture
def heard() -> Heard:
    """What commands told others to do."""
    return []


@pytest.fixture
def hear(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put something in a function's place that only listens. answer: what it returns."""

    def replace(place: str, answer: Any = None) -> None:
        def listen(*arguments: Any) -> Any:
            heard.append((place.rpartition(".")[2], *arguments))
            return answer

        monkeypatch.setattr(place, listen)

    return replace


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (click.exceptions.Exit(1), 1, ""),
        (click.exceptions.Abort(), 130, ""),
        (KeyboardInterrupt(), 130, ""),
        (click.UsageError("Not so."), 2, "Error: Not so.\n"),
        (Failed(409), 6, ""),
        (SetupError("nobody is there"), 8, "error: nobody is there\n"),
        (invalid_argument("p_at is odd.", "p_at", "Think."), 3,
         "error: at is odd (invalid_argument). Think.\n"),
        (BookingError(401, "not_authenticated", "no tenant was chosen", hint="Send x-tenant."), 4,
         "error: no tenant was chosen (not_authenticated). Give --tenant (`pgbooking call"
         " list_tenants` names them), or a login that may, by --dsn.\n"),
        (psycopg.OperationalError("it is\n\taway."), 8, "error: it is away (unavailable).\n"),
        (psycopg.ProgrammingError("no = in it"), 8, "error: no = in it (unavailable).\n"),
        (psycopg.errors.RaiseException("it\nbroke"), 9, "error: it broke (internal_error).\n"),
        (psycopg.errors.UndefinedFunction("f()"), 8,
         "error: this database has an older release of pgbooking: run `pgbooking deploy` first\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)  # fmt: skip
def test_how_it_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    raised: BaseException, code: int, said: str,
) -> None:  # fmt: skip
    assert ends(monkeypatch, "jobs", raised=raised) == code
    assert capsys.readouterr().err == said


def test_an_error_is_json_with_letters_as_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(monkeypatch, "--json", "jobs", raised=BookingError(404, "gone", "Zoë is gone")) == 5
    found = capsys.readouterr()
    assert (found.out, json.loads(found.err)["code"]) == ("", "gone")
    assert "Zoë" in found.err


@pytest.mark.parametrize(
    ("raised", "said"),
    [(SetupError("nobody is there"), "nobody is there"), (OSError("it is full"), "it is full"),
     (psycopg.errors.UndefinedFunction("f()"), "this database has an older release of pgbooking")],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_is_wrong_outside_the_engine_is_json_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    raised: Exception, said: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("pgbooking.cli._discard", lambda _: None)
    for arguments in (("--json", "jobs"), ("call", "jobs", "--json")):
        assert ends(monkeypatch, *arguments, raised=raised) == 8
        found = capsys.readouterr()
        told = json.loads(found.err)
        assert (found.out, told["code"], said in told["message"]) == ("", "unavailable", True)


@pytest.mark.parametrize(
    ("line", "said", "where"),
    [
        ("book --nonsense --json", "No such option", "pgbooking book"),
        ("slots --days=many --json", "Invalid value for '--days'", "pgbooking slots"),
        ("cancel --json", "Missing argument 'BOOKING_ID'.", "pgbooking cancel"),
        ("holidays list --json x", "unexpected extra argument (x)", "pgbooking holidays list"),
        ("jobs --json --dsn", "Option '--dsn' requires an argument.", "pgbooking"),
        ("--json nonsense", "No such command 'nonsense'.", "pgbooking"),
        ("--json holidays", "Missing command.", "pgbooking holidays"),
        ("--json", "Missing command.", "pgbooking"),
    ],
)
def test_wrong_usage_is_json_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    line: str, said: str, where: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.argv", ["pgbooking", *line.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    found = capsys.readouterr()
    assert (ended.value.code, found.out) == (2, "")
    told = json.loads(found.err)
    assert said in told.pop("message")
    assert told == {"code": "wrong_usage", "details": None, "hint": f"See `{where} --help`."}


def test_wrong_usage_is_words_for_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["pgbooking", "cancel"])
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().err.endswith("\n\nError: Missing argument 'BOOKING_ID'.\n")


def ends(monkeypatch: pytest.MonkeyPatch, *arguments: str, raised: BaseException) -> Any:
    """The exit code when this happens."""

    def fails(_: click.Context) -> None:
        raise raised

    monkeypatch.setattr(cli, "invoke", fails)
    monkeypatch.setattr("sys.argv", ["pgbooking", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (Deployment("1.2.0", True, True, ()), "pgbooking 1.2.0 installed\n"),
        (Deployment("1.2.0", False, True, ("0001_a.sql", "0002_b.sql")),
         "pgbooking 1.2.0 upgraded, migrations: 0001_a.sql, 0002_b.sql\n"),
        (Deployment("1.2.0", False, False, (), "look there"),
         "pgbooking 1.2.0 unchanged\nlook there\n"),
    ],
)  # fmt: skip
def test_deploy_says_what_became_of_it(
    hear: Callable[..., None], heard: Heard, done: Deployment, said: str
) -> None:
    hear("pgbooking.deploy.deploy", done)
    assert invoke("deploy").output == said
    assert json.loads(invoke("deploy", "--json").stdout)["notice"] == done.notice
    assert heard == [("deploy", "dbname=x")] * 2


@pytest.mark.parametrize(
    ("options", "environment", "told"),
    [
        ([], "", ("127.0.0.1", 8000, "anon", 8, 0, Room())),
        (["--host=::1", "--port=1", "--role=r", "--threads=400", "--proxies=10"], "2",
         ("::1", 1, "r", 400, 10, Room())),
        (["--port=65535", "--threads=1", "--streams-per-caller=1", "--streams-per-tenant=400"], "2",
         ("127.0.0.1", 65535, "anon", 1, 2, Room(400, 1, 400))),
    ],
)  # fmt: skip
def test_serve_hands_on_what_it_was_told(
    hear: Callable[..., None], heard: Heard, monkeypatch: pytest.MonkeyPatch,
    options: list[str], environment: str, told: tuple[Any, ...],
) -> None:  # fmt: skip
    monkeypatch.setenv("PGBOOKING_PROXIES", environment)
    hear("pgbooking.server.serve")
    assert invoke("serve", *options).exit_code == 0
    assert heard == [("serve", "dbname=x", *told)]


@pytest.mark.parametrize(
    ("options", "told"),
    [([], ("127.0.0.1", 7, "service_role", 8, 0, Room())),
     (["--host=::1", "--role=r", "--threads=2", "--proxies=1"], ("::1", 7, "r", 2, 1, Room()))],
)  # fmt: skip
def test_the_demo_is_served_with_its_mails_and_a_worker(
    heard: Heard, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    options: list[str], told: tuple[Any, ...],
) -> None:  # fmt: skip
    def serve(*given: Any, mail_folder: Path, beside: Any) -> None:
        assert given == ("dbname=demo", *told)
        assert mail_folder == Path(f"/{url}")
        assert capsys.readouterr().out == "", "nothing is told before somebody listens"
        with beside():
            assert f"{url}/docs\n" in capsys.readouterr().out
            assert heard == [("beside", "dbname=demo")]

    def listen(conninfo: str) -> AbstractContextManager[None]:
        heard.append(("beside", conninfo))
        return nullcontext()

    url = "http://[::1]:7" if "--host=::1" in options else "http://127.0.0.1:7"
    monkeypatch.setattr("pgbooking.demo.prepare", lambda: "dbname=demo")
    monkeypatch.setattr("pgbooking.demo_worker.local_folder", lambda url: Path(f"/{url}"))
    monkeypatch.setattr("pgbooking.demo_worker.beside", listen)
    monkeypatch.setattr("pgbooking.server.serve", serve)
    cli.main(["serve", "--demo", "--port=7", *options], standalone_mode=False, obj=Session())
    assert heard


def test_a_disk_that_is_full_is_not_told_as_an_address_that_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("pgbooking.demo.prepare", Mock(side_effect=full))
    assert invoke("serve", "--demo").exception is full


@pytest.mark.parametrize(
    "arguments",
    [
        ("serve", "--port=0"), ("serve", "--port=65536"), ("serve", "--threads=0"),
        ("serve", "--threads=401"), ("serve", "--streams-per-caller=0"),
        ("serve", "--streams-per-tenant=401"), ("serve", "--proxies=-1"), ("serve", "--proxies=11"),
        ("worker", "--threads=0"), ("worker", "--threads=101"), ("worker", "--grace=-1"),
        ("worker", "--grace=601"), ("slots", "--service=x", "--days=0"),
        ("slots", "--service=x", "--days=201"), ("slots",), ("book", "--service=x"),
        ("book", "--at=now"), ("reschedule", "x"), ("reschedule", "--at=now"), ("cancel",),
        ("holidays", "import"), ("holidays", "import", "--country=DE", "--year=1899"),
        ("holidays", "import", "--country=DE", "--year=2201"),
        ("holidays", "list", "--from=today"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_out_of_bounds_or_missing_is_wrong_usage(
    hear: Callable[..., None], arguments: tuple[str, ...]
) -> None:
    hear("pgbooking.server.serve")
    assert invoke(*arguments).exit_code == 2


@pytest.mark.parametrize(("found", "program"), [("/bin/psql", "/bin/psql"), (None, "/own/psql")])
def test_psql_is_the_machines_or_else_our_own(
    hear: Callable[..., None], heard: Heard, monkeypatch: pytest.MonkeyPatch,
    found: str | None, program: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("shutil.which", {"psql": found}.get)
    monkeypatch.setattr("pgbooking.cluster.embedded_binaries", lambda: Path("/own"))
    hear("os.execv")
    invoke("psql", "-At", "--", "-c", "select 1")
    assert heard == [
        ("execv", program, [program, "--dbname=dbname=x", "-At", "-c", "select 1"])
    ]  # fmt: skip


def test_psqls_arguments_tell_nobody_the_password(
    hear: Callable[..., None], heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "another")
    monkeypatch.setattr("shutil.which", {"psql": "/psql"}.get)
    hear("os.execv")
    invoke("--dsn=postgresql://ada:secret@here/x", "psql")
    assert heard == [("execv", "/psql", ["/psql", "--dbname=user=ada dbname=x host=here"])]
    assert os.environ["PGPASSWORD"] == "secret"


@pytest.mark.parametrize(
    ("command", "is_running", "did", "said", "code"),
    [
        ("start", False, [("start",), ("create_database", "dbname=postgres", "pgbooking")],
         "dbname=pgbooking\n", 0),
        ("stop", True, [("stop",)], "stopped\n", 0),
        ("remove", True, [("remove",), ("remove_state",)], "removed\n", 0),
        ("status", True, [], "dbname=pgbooking\n", 0),
        ("status", False, [], "not running\n", 8),
    ],
)  # fmt: skip
def test_the_demos_cluster_is_steered(
    hear: Callable[..., None], heard: Heard, monkeypatch: pytest.MonkeyPatch,
    command: str, is_running: bool, did: Heard, said: str, code: int,
) -> None:  # fmt: skip
    server = SimpleNamespace(
        is_running=lambda: is_running,
        conninfo=lambda database="postgres": f"dbname={database}",
        **{name: lambda name=name: heard.append((name,)) for name in ("start", "stop", "remove")},
    )  # fmt: skip
    monkeypatch.setattr("pgbooking.cli.demo_cluster", lambda: server)
    hear("pgbooking.database.create_database")
    hear("pgbooking.cluster.remove_state")
    done = invoke("cluster", command)
    assert (heard, done.output) == (did, said)
    assert getattr(done.exception, "exit_code", 0) == code


def test_the_demo_is_told(hear: Callable[..., None], heard: Heard) -> None:
    hear("pgbooking.demo.run")
    invoke("demo")
    assert heard == [("run",)]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The last call of a function, with its arguments; instants as text."""
    call: dict[str, Any] = {}

    def run(session: Session, name: str, /, **arguments: Any) -> list[dict[str, Any]]:
        call.clear()
        call.update(arguments, function=name)
        return [] if session.as_json else ROWS

    def identify(_: Session, listing: str, column: str, text: str) -> str:
        return f"{column} of {text} in {listing}"

    monkeypatch.setattr(Session, "run", run)
    monkeypatch.setattr(Session, "identify", identify)
    return call


ZONE = "Europe/Berlin"
STARTS = datetime(2026, 3, 29, 9, tzinfo=ZoneInfo(ZONE))  # the day that has no 02:30
ROWS = [{
    "status": "completed", "http_status": 200, "operation_id": "o", "starts_at": STARTS,
    "code": "ok",
}]  # fmt: skip
CUT, ADA = "service_id of Cut in list_services", "resource_id of Ada in list_resources"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("slots", "--service=Cut", "--from=2026-03-28", "--days=2"),
         {"function": "available_slots", "p_service_id": CUT, "p_from": "2026-03-28T00:00:00+01:00",
          "p_to": "2026-03-30T00:00:00+02:00", "p_limit": 1000}),
        (("slots", "--service=Cut", "--from=2026-03-28T15:30", "--days=1"),
         {"function": "available_slots", "p_service_id": CUT, "p_from": "2026-03-28T15:30:00+01:00",
          "p_to": "2026-03-29T00:00:00+01:00", "p_limit": 1000}),
        (("slots", "--service=Cut", "--from=2026-03-28T15:30:07Z", "--to=2026-03-29",
          "--resource=Ada", "--duration=45min", "--party-size=2", "--limit=5"),
         {"function": "available_slots", "p_service_id": CUT, "p_from": "2026-03-28T15:30:07+00:00",
          "p_to": "2026-03-29T00:00:00+01:00", "p_resource_id": ADA, "p_duration": "45min",
          "p_party_size": 2, "p_limit": 5}),
        (("book", "--service=Cut", "--at=2026-03-28T15:30", "--key="),
         {"function": "create_booking", "p_service_id": CUT, "p_idempotency_key": "",
          "p_starts_at": "2026-03-28T15:30:00+01:00"}),
        (("book", "--service=Cut", "--at=2026-03-28T15:30", "--key=k", "--resource=Ada",
          "--duration=PT45M", "--party-size=0", "--name=N", "--email=E", "--phone=P", "--notes="),
         {"function": "create_booking", "p_service_id": CUT, "p_idempotency_key": "k",
          "p_starts_at": "2026-03-28T15:30:00+01:00", "p_resource_id": ADA, "p_duration": "PT45M",
          "p_party_size": 0, "p_customer_name": "N", "p_customer_email": "E",
          "p_customer_phone": "P", "p_notes": ""}),
        (("reschedule", "b", "--at=2026-03-28T15:30", "--key=k"),
         {"function": "reschedule_booking", "p_booking_id": "b", "p_idempotency_key": "k",
          "p_starts_at": "2026-03-28T15:30:00+01:00"}),
        (("reschedule", "b", "--at=2026-03-28T15:30", "--key=k", "--resource=Ada", "--duration=1h",
          "--expected-version=2", "--override=why"),
         {"function": "reschedule_booking", "p_booking_id": "b", "p_idempotency_key": "k",
          "p_starts_at": "2026-03-28T15:30:00+01:00", "p_resource_id": ADA, "p_duration": "1h",
          "p_expected_version": 2, "p_override_reason": "why"}),
        (("cancel", "b", "--key=k"),
         {"function": "cancel_booking", "p_booking_id": "b", "p_idempotency_key": "k"}),
        (("cancel", "b", "--key=k", "--reason=ill", "--expected-version=2", "--override=why"),
         {"function": "cancel_booking", "p_booking_id": "b", "p_idempotency_key": "k",
          "p_reason": "ill", "p_expected_version": 2, "p_override_reason": "why"}),
        # all that one call gives: nothing would tell whoever reads them that there are more
        (("conflicts",), {"function": "list_booking_conflicts", "p_limit": 10000}),
        (("conflicts", "--from=2026-03-29", "--to=2026-03-29T03:30", "--resource=Ada", "--limit=5"),
         {"function": "list_booking_conflicts", "p_from": "2026-03-29T00:00:00+01:00",
          "p_to": "2026-03-29T03:30:00+02:00", "p_resource_id": ADA, "p_limit": 5}),
        (("holidays", "list", "--from=2025-02-03"),
         {"function": "list_holidays", "p_from": "2025-02-03", "p_to": "2025-12-31"}),
        (("holidays", "list", "--from=2025-02-03", "--to=2026-01-06"),
         {"function": "list_holidays", "p_from": "2025-02-03", "p_to": "2026-01-06"}),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_a_command_asks_for_what_it_was_told(
    asked: dict[str, Any], arguments: tuple[str, ...], expected: dict[str, Any]
) -> None:
    done = invoke(f"--zone={ZONE}", *arguments)
    assert done.exception is None
    assert expected == {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asked.items()
    }
    assert invoke(f"--zone={ZONE}", "--json", *arguments).output == "", "run() has printed it"


@pytest.mark.parametrize(
    "command",
    [
        ("slots", "--service=Cut"),
        ("book", "--service=Cut", "--at=now"),
        ("reschedule", "b", "--at=now"),
    ],
    ids=lambda command: command[0],
)
def test_a_duration_has_its_unit(asked: dict[str, Any], command: tuple[str, ...]) -> None:
    refused = invoke(*command, "--duration=45").exception
    assert isinstance(refused, BookingError)
    assert (refused.details, "45min" in str(refused.hint)) == ({"argument": "p_duration"}, True)
    assert asked == {}


def test_a_key_that_was_not_given_is_a_new_one(asked: dict[str, Any]) -> None:
    keys = set()
    for _ in range(2):
        invoke("cancel", "b")
        keys.add(asked["p_idempotency_key"])
    assert [len(key) for key in keys] == [36, 36]


@pytest.mark.parametrize("key", [(), ("--key=mine",)])
@pytest.mark.parametrize("error", [psycopg.OperationalError("gone\nfor good"), KeyboardInterrupt()])
def test_a_command_that_may_have_been_done_can_be_repeated(
    monkeypatch: pytest.MonkeyPatch, key: tuple[str, ...], error: BaseException
) -> None:
    given: list[str] = []

    def run(*_: Any, **arguments: Any) -> None:
        given.append(arguments["p_idempotency_key"])
        raise error

    monkeypatch.setattr(Session, "run", run)
    result = invoke("cancel", "b", *key)
    said = result.exception.hint if isinstance(result.exception, BookingError) else result.output
    assert said
    assert f"--key {given[0]}: " in said
    assert given[0] == "mine" or not key


def test_a_command_for_which_there_was_no_connection_was_not_done(tmp_path: Path) -> None:
    result = invoke(f"--dsn=host={tmp_path} dbname=x", "cancel", "b")
    assert isinstance(result.exception, BookingError)
    assert (result.exception.status, result.exception.hint) == (503, None)
    assert str(tmp_path) in result.exception.message


def test_without_days_it_is_the_coming_week_and_this_years_holidays(asked: dict[str, Any]) -> None:
    zone = ZoneInfo("Pacific/Kiritimati")  # nowhere is it later
    before = datetime.now(zone).date()
    invoke(f"--zone={zone.key}", "slots", "--service=Cut")
    assert before <= asked["p_from"].date() <= datetime.now(zone).date()
    assert asked["p_to"].date() - asked["p_from"].date() == timedelta(days=7)
    invoke(f"--zone={zone.key}", "holidays", "list")
    assert (asked["p_from"].month, asked["p_from"].day) == (1, 1)
    assert before.year <= asked["p_from"].year <= datetime.now(zone).year
    assert asked["p_to"] == asked["p_from"].replace(month=12, day=31)


def test_what_a_command_did_is_a_record_without_what_is_for_programs(
    asked: dict[str, Any],
) -> None:
    said = invoke("cancel", "b").output.split()
    assert said == ["starts_at", "Sun", "2026-03-29", "09:00", "+02:00", "code", "ok"]


def test_a_conflict_is_told_in_words(
    asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"service_id": "s", "service_name": "Cut", "code": "time_off", "message": "Ada is away"}
    monkeypatch.setattr(Session, "run", lambda *_, **__: [row | {"during": "[,)"}])
    assert (asked, invoke("conflicts").output.split()) == (
        {}, ["service_name", "Cut", "message", "Ada", "is", "away"]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [("2026-03-28", "2026-03-30", "2026-03-28", "2026-03-29"),
     ("2026-03-28", "2026-03-30T00:00:01", "2026-03-28", "2026-03-30"),
     ("2026-03-28", "2026-03-28", "2026-03-28", "2026-03-28"),
     ("2026-03-27T23:00Z", "2026-03-29T22:00Z", "2026-03-28", "2026-03-29"),
     ("2026-03-27T22:59Z", "2026-03-29T22:01Z", "2026-03-27", "2026-03-30")],
)  # fmt: skip
def test_slots_are_a_grid_of_their_days_or_a_list(
    asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch,
    start: str, end: str, first: str, last: str,
) -> None:  # fmt: skip
    grids: Heard = []
    monkeypatch.setattr(render, "grid", lambda *shown: grids.append(shown))
    slots = (f"--zone={ZONE}", "slots", "--service=Cut", f"--from={start}", f"--to={end}")
    invoke(*slots)
    ((starts, days, zone),) = grids
    assert (starts, zone) == ([STARTS], ZONE)
    assert (str(days[0]), str(days[-1])) == (first, last)
    assert "operation_id" in invoke(*slots, "--list").output
    assert len(grids) == 1
    told = [invoke(*slots, f"--limit={most}").stderr for most in (1, 2)]
    assert [text.startswith("the first 1; ") for text in told] == [True, False]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("slots", "--service=Cut", "--list"), "no free slot\n"),
     (("conflicts",), "all bookings fit\n"), (("holidays", "list"), "no holidays\n")],
)  # fmt: skip
def test_nothing_is_said_in_words(
    asked: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.setattr(Session, "run", lambda *_, **__: [])
    assert (asked, invoke(*arguments).output) == ({}, said)


THINGS = Function(
    "list_things",
    (
        Argument("p_party_size", "integer", None),
        Argument("p_from", "timestamp with time zone", "now()"),
        Argument("p_ids", "uuid[]", "'{}'::uuid[]"),
        Argument("p_kind", "character varying", "'a::b'::character varying"),
        Argument("p_zone", "text", "NULL::text"),
    ),
    is_read_only=True,
    returns_set=True,
    return_type="record",
    columns=("x",),
    comment="List things for p_party_size.\n\nIt starts at p_from, not op_from.\n"
    "p_party_size: many,\nof at least two. p_ids: which.\np_ids, p_kind: more.\n"
    'Raises not_found, "p_from".',
)


@pytest.fixture
def things(asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setattr(Session, "catalog", lambda _: {"list_things": THINGS, "add": THINGS})
    return asked


def test_the_agenda_is_of_what_touches_the_day_with_the_cancelled_last(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any]
) -> None:
    def row(who: str, starts: str, ends: str, status: str = "confirmed") -> dict[str, Any]:
        ids = {"service_name": "Cut", "resource_names": ["Ada"], "customer_phone": None}
        hours = {
            "starts_at": datetime.fromisoformat(starts),
            "ends_at": datetime.fromisoformat(ends),
        }
        return {"customer_name": who, "status": status, **hours, **ids}

    listed = [
        row("Night", "2026-03-28T20:00Z", "2026-03-29T04:00Z"),
        row("Gone", "2026-03-29T06:00Z", "2026-03-29T07:00Z", "cancelled"),
        row("Early", "2026-03-29T06:00Z", "2026-03-29T07:00Z"),
        row("Late", "2026-03-29T20:00Z", "2026-03-30T04:30Z", "pending"),
    ]
    monkeypatch.setattr("tests.test_cli_commands.ROWS", listed)
    lines = invoke(f"--zone={ZONE}", "agenda", "--date=2026-03-29").output.splitlines()
    assert (asked["p_from"].isoformat(), asked["p_to"].isoformat(), asked["p_with_running"]) == (
        "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", True,
    )  # fmt: skip
    assert [" ".join(line.split()) for line in lines[4:] if line.strip()] == [
        "Sat 28 Mar 21:00 06:00 Night - Cut Ada confirmed",
        "08:00 09:00 Early - Cut Ada confirmed",
        "22:00 Mon 30 Mar 06:30 Late - Cut Ada pending",
        "08:00 09:00 Gone - Cut Ada cancelled",
    ]


WRITTEN = [
    ("book --service=x --at=now", "p_customer_email", "--email"),
    ("book --service=x --at=now", "p_customer_name", "--name"),
    ("book --service=x --at=now", "p_customer_phone", "--phone"),
    ("book --service=x --at=now", "p_service_id", "--service"),
    ("book --service=x --at=now", "p_starts_at", "--at"),
    ("book --service=x --at=now", "p_resource_id", "--resource"),
    ("book --service=x --at=now", "p_idempotency_key", "--key"),
    ("book --service=x --at=now", "p_party_size", "--party-size"),
    ("book --service=x --at=now", "p_answers", "answers"),
    ("reschedule b --at=now", "p_booking_id", "BOOKING_ID"),
    ("reschedule b --at=now", "p_starts_at", "--at"),
    ("cancel b", "p_override_reason", "--override"),
    ("slots --service=x", "p_from", "--from"),
    ("conflicts", "p_to", "--to"),
    ("holidays list", "p_to", "--to"),
    ("call list_things --party-size=2", "p_party_size", "--party-size"),
]


@pytest.mark.usefixtures("things")
@pytest.mark.parametrize(("line", "argument", "written"), WRITTEN)
def test_who_typed_an_option_reads_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    line: str, argument: str, written: str,
) -> None:  # fmt: skip
    def refuse(_: Session, name: str, /, **arguments: Any) -> None:
        raise invalid_argument(f"{argument} is odd.", argument, "Think.")

    monkeypatch.setattr(Session, "run", refuse)
    for options, said in (
        ([], f"error: {written} is odd (invalid_argument). Think.\n"),
        (["--json"], f'"message": "{argument[2:]} is odd."'),
    ):
        monkeypatch.setattr("sys.argv", ["pgbooking", *options, *line.split()])
        with pytest.raises(SystemExit) as ended:
            main()
        assert (ended.value.code, said in capsys.readouterr().err) == (3, True)


@pytest.mark.usefixtures("things")
def test_the_help_of_a_function_is_in_the_words_of_the_command_line() -> None:
    listing = invoke("call", "--help").output.splitlines()
    assert [line.strip() for line in listing if "things" in line] == [
        "add          List things for --party-size.",
        "list_things  List things for --party-size.",
    ]
    text = invoke("call", "list-things", "--help").output
    paragraphs = text.partition("\n\n")[2].partition("\n\nOptions:")[0].split("\n\n")
    assert [" ".join(paragraph.split()) for paragraph in paragraphs] == [
        "List things for --party-size.", "It starts at --from, not op_from.",
        "--party-size: many, of at least two. --ids: which.", "--ids, --kind: more.",
        'Raises not_found, "p_from".',
    ]  # fmt: skip
    listed = text.partition("\nOptions:\n")[2]
    options = [line.split() for line in listed.splitlines() if line.startswith("  --")]
    assert options[:5] == [
        ["--party-size", "INTEGER", "[required]"],
        ["--from", "INSTANT", "default:", "now()"],
        ["--ids", "UUID", "repeatable;", "''", "alone:", "no", "item;", "default:", "'{}'"],
        ["--kind", "CHARACTER-VARYING", "default:", "'a::b'"],
        ["--zone", "TEXT"],
    ]
    assert [words[0] for words in options[5:]] == ["--null", "--dsn", "--tenant", "--json"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--party-size=0",), {"p_party_size": "0"}),
        (("--party-size=1", "--ids=a", "--ids=b", "--kind=", "--from=2026-03-28", "--zone=Ada"),
         {"p_party_size": "1", "p_ids": ["a", "b"], "p_kind": "", "p_zone": "Ada",
          "p_from": "2026-03-28T00:00:00+01:00"}),
        (("--null=party-size", "--ids="), {"p_party_size": None, "p_ids": []}),
    ],
)  # fmt: skip
def test_a_function_gets_what_was_given(
    things: dict[str, Any], arguments: tuple[str, ...], expected: dict[str, Any]
) -> None:
    done = invoke(f"--zone={ZONE}", "call", "list-things", *arguments)
    assert done.exception is None
    assert "operation_id" in done.output
    assert things == {"function": "list_things", **expected}
    assert invoke(f"--zone={ZONE}", "--json", "call", "list_things", *arguments).output == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--party-size=1", "--null=party-size"), "--party-size is given, and null."),
        (("--null=zone",), "Invalid value for '--null'"), (("--null=x",), "'x' is not"),
        ((), "Missing option '--party-size'"),
    ],
)  # fmt: skip
def test_null_is_what_is_required_and_not_given(
    things: dict[str, Any], arguments: tuple[str, ...], said: str
) -> None:
    done = invoke("call", "list-things", *arguments)
    assert (done.exit_code, said in done.output, things) == (2, True, {})


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, heard: Heard) -> Heard:
    """A database that answers any call with the same rows."""
    rows: list[dict[str, Any]] = []

    def call(_: None, function: str, **arguments: Any) -> list[dict[str, Any]]:
        heard.append((function, arguments))
        return rows

    monkeypatch.setattr(Session, "connection", lambda _: nullcontext())
    monkeypatch.setattr("pgbooking.database.call", call)
    return rows


def test_a_record_is_found_by_its_id_or_its_only_name(database: Heard, heard: Heard) -> None:
    uuid = "5A100000-0000-4000-8000-0000000000A1"
    names = ["Cut", "Twice", "Color", "twice"]
    for text, found in ((uuid, uuid), (uuid.replace("-", ""), uuid.replace("-", ""))):
        assert Session().identify("list_services", "service_id", text) == found
    assert heard == []
    with pytest.raises(BookingError, match=r'No service is called "x"\. There are: none'):
        Session().identify("list_services", "service_id", "x")
    database += [{"name": name, "service_id": number} for number, name in enumerate(names)]
    assert Session().identify("list_services", "service_id", "COLOR") == "2"
    for text, said, hint in (
        ("Twice", 'More than one service is called "Twice"', "Give an id: 1, 3."),
        (uuid + "0", "There are: Color, Cut, Twice, twice", "Correct the argument and try again."),
    ):
        with pytest.raises(BookingError, match=said) as caught:
            Session().identify("list_services", "service_id", text)
        assert (caught.value.details, caught.value.hint) == ({"argument": "service"}, hint)
    assert heard[0] == ("list_services", {"p_limit": 10000})


def test_holidays_that_are_there_are_not_imported(
    database: Heard, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "uk")  # the names are the country's, whoever imports them
    database += [
        {"starts_on": day, "name": "Closed", "kind": kind, "resource_ids": whose}
        for day, kind, whose in (
            (date(2031, 1, 1), "company_holiday", None),
            (date(2031, 1, 6), "public_holiday", None),  # whatever it is called
            (date(2031, 5, 1), "public_holiday", ["1"]),
        )
    ]
    bavaria = ("holidays", "import", "--country=de", "--subdivision=BY", "--year=2031")
    assert invoke(*bavaria).output == "11 imported, 1 were there already\n"
    listing, first, *others = heard
    assert listing == ("list_holidays", {"p_from": date(2031, 1, 1), "p_to": date(2031, 12, 31)})
    assert first == (
        "upsert_holiday",
        {"p_name": "Neujahr", "p_starts_on": date(2031, 1, 1), "p_kind": "public_holiday"},
    )
    assert (len(others), {call[1]["p_starts_on"].year for call in others}) == (10, {2031})
    assert json.loads(invoke(*bavaria, "--json").output) == {"imported": 11, "already_there": 1}
    heard.clear()
    invoke(*bavaria, "--language=en_US")
    assert heard[1][1]["p_name"] == "New Year's Day"


def test_a_holiday_of_that_name_stays_as_the_tenant_made_it(database: Heard, heard: Heard) -> None:
    yearly = {"starts_on": date(2031, 1, 1), "name": "Neujahr", "kind": "company_holiday",
              "is_yearly": True, "resource_ids": None}  # fmt: skip
    database.append(yearly)
    told = invoke("holidays", "import", "--country=DE", "--year=2031").output
    assert told == "8 imported, 1 were there already\n"
    assert "Neujahr" not in [arguments.get("p_name") for _, arguments in heard]


def test_holidays_are_this_years_and_two_of_a_day_are_two(database: Heard, heard: Heard) -> None:
    before = datetime.now(ZoneInfo("UTC")).year
    invoke("--zone=UTC", "holidays", "import", "--country=DE")
    assert before <= heard[0][1]["p_from"].year <= datetime.now(ZoneInfo("UTC")).year
    heard.clear()
    invoke("holidays", "import", "--country=DE", "--year=2008")
    days = [call[1]["p_starts_on"] for call in heard[1:]]
    assert days.count(date(2008, 5, 1)) == 2
    assert database == []


@pytest.mark.parametrize(
    ("country", "language", "there"),
    [("DE", "xx", "de, en_US, "), ("DE", "en", "de, en_US, "), ("DE", "", "de, en_US, "),
     ("BS", "en_US", "only the country's own, without --language.")],
)  # fmt: skip
def test_a_language_that_the_names_are_not_in_is_refused(
    heard: Heard, country: str, language: str, there: str
) -> None:
    told = invoke("holidays", "import", f"--country={country}", f"--language={language}").exception
    assert isinstance(told, BookingError)
    assert (told.details, heard) == ({"argument": "language"}, [])
    assert f"There are: {there}" in told.message


@pytest.mark.parametrize("where", [("--country=XX",), ("--country=DE", "--subdivision=XX")])
def test_a_country_that_is_unknown_is_told_in_one_sentence(where: tuple[str, ...]) -> None:
    told = invoke("holidays", "import", *where).exception
    assert isinstance(told, BookingError)
    assert (told.status, told.details) == (400, {"argument": "country"})
    assert told.message.count(".") == 1


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, heard: Heard) -> Callable[..., None]:
    """Let the engine's functions answer this, one after the other."""

    def answer(*answers: list[dict[str, Any]]) -> None:
        left = iter(answers)

        def call(_: None, function: str, **arguments: Any) -> list[dict[str, Any]]:
            heard.append((function, arguments))
            return next(left)

        monkeypatch.setattr(Session, "engine", lambda _: nullcontext())
        monkeypatch.setattr("pgbooking.database.call_engine", call)

    return answer


def test_the_doctor_says_whose_it_is_and_what_to_do(engine: Callable[..., None]) -> None:
    tenant = UUID(int=1)
    finding = {"check_name": "find_odd", "subject": "booking x", "problem": "is odd"}
    found = [{**finding, "tenant_id": owner, "remedy": "Mend it."} for owner in (tenant, None)]
    engine(found, found)
    done = invoke("doctor")
    assert done.output.splitlines() == [
        "booking x is odd [find_odd]", f"  tenant {tenant}: Mend it.",
        "booking x is odd [find_odd]", "  Mend it.", "findings: 2",
    ]  # fmt: skip
    assert done.exit_code == 1
    as_json = invoke("doctor", "--json")
    assert [row["tenant_id"] for row in json.loads(as_json.output)] == [str(tenant), None]
    assert as_json.exit_code == 1


def test_tick_runs_one_job_after_the_other(engine: Callable[..., None], heard: Heard) -> None:
    run = {"job_name": "a", "state": "done", "count": 1, "message": None, "at": STARTS}
    runs = [[run], [{**run, "job_name": "b"}], []]
    engine(*runs, *runs)
    assert invoke("tick").output.split() == [
        *("job_name", "state", "count", "message", "─" * 34),
        *("a", "done", "1", "-", "b", "done", "1", "-"),
    ]
    assert heard == [("tick", {"p_most": 1})] * 3
    assert [row["job_name"] for row in json.loads(invoke("tick", "--json").output)] == ["a", "b"]


def test_jobs_are_shown_with_what_somebody_has_to_look_at(engine: Callable[..., None]) -> None:
    job = {
        "job_name": "a", "schedule": "5 * * * *", "state": "done", "started_at": STARTS,
        "duration": timedelta(seconds=1), "count": 2, "is_late": True, "job_id": UUID(int=1),
    }  # fmt: skip
    alert = {"source": "booking x", "code": "odd", "message": "look at it"}
    engine([job], [alert], [job], [alert])
    done = invoke("jobs")
    assert done.stdout.split() == [
        "job_name", "a", "schedule", "5", "*", "*", "*", "*", "state", "done",
        "started_at", "Sun", "2026-03-29", "09:00", "+02:00", "duration", "0:00:01",
        "count", "2", "is_late", "yes",
    ]  # fmt: skip
    assert done.stderr == "error: booking x: odd: look at it\n"
    found = json.loads(invoke("jobs", "--json").stdout)
    assert (found["jobs"][0]["job_id"], found["alerts"]) == (str(UUID(int=1)), [alert])


def test_a_row_that_tells_of_a_failure_is_no_refusal(database: Heard) -> None:
    database.append({"status": "failed", "kind": "email"})
    assert Session().run("list_deliveries") == database


def test_without_a_word_about_the_database_it_is_the_demos(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PG")]:
        monkeypatch.delenv(name)
    demo = SimpleNamespace(
        is_running=lambda: True, conninfo=lambda database="postgres": f"dbname={database}"
    )
    monkeypatch.setattr("pgbooking.session.demo_cluster", lambda: demo)
    assert Session().conninfo == "dbname=pgbooking"


def test_tenant_and_zone_are_taken_from_the_environment(hear: Callable[..., None]) -> None:
    hear("pgbooking.demo.run")
    session = Session()
    environment = {"PGBOOKING_TENANT": "salon", "PGBOOKING_ZONE": "Asia/Tokyo"}
    assert CliRunner().invoke(cli, ["demo"], obj=session, env=environment).exit_code == 0
    assert (session.tenant, session.zone.key) == ("salon", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), (), ("salon", "Asia/Tokyo")),
        (("--tenant=rooms", "--zone=UTC"), (), ("rooms", "UTC")),
        ((), ("--tenant=rooms", "--zone=UTC"), ("rooms", "UTC")),
        (("--tenant=x", "--zone=x"), ("--tenant=rooms", "--zone=UTC"), ("rooms", "UTC")),
    ],
)
def test_what_is_said_goes_before_the_environment_wherever_it_is_said(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any],
    before: tuple[str, ...], after: tuple[str, ...], expected: tuple[str, str],
) -> None:  # fmt: skip
    monkeypatch.setenv("PGBOOKING_TENANT", "salon")
    monkeypatch.setenv("PGBOOKING_ZONE", "Asia/Tokyo")
    session = Session()
    done = CliRunner().invoke(cli, [*before, "cancel", "b", *after], obj=session)
    assert (done.exit_code, asked["function"]) == (0, "cancel_booking")
    assert (session.tenant, session.zone.key) == expected
