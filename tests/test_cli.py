"""The command line: help everywhere, one clear line for an error, exit codes by its class."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import click
import pytest

from pgbooking import database, errors, render, session
from pgbooking.cli import cli
from pgbooking.cluster import state_root
from pgbooking.deploy import deploy
from pgbooking.errors import BookingError, SetupError
from pgbooking.session import Session, find_zone, print_refusal
from tests import tiny
from tests.harness import TestServer


@dataclass
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Shell:
    """Runs `pgbooking` as a process of its own, as its users do."""

    dsn: str

    def __call__(self, *arguments: str, **environment: str) -> Answer:
        variables = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "TZ"))}
        variables |= {"PGBOOKING_DSN": self.dsn, "TZ": "UTC"} | environment
        done = subprocess.run(
            [sys.executable, "-m", "pgbooking", *arguments],
            capture_output=True, text=True, env=variables, stdin=subprocess.DEVNULL, timeout=60,
            check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def run(server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    with server.clone("template0") as found:
        deploy(found, tiny.write(tmp_path_factory.mktemp("tiny")))
        yield Shell(found)


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", list(commands(cli)), ids=" ".join)
def test_every_command_and_option_has_help(path: tuple[str, ...]) -> None:
    command: click.Command = cli
    for name in path:
        assert isinstance(command, click.Group)
        room = 72 - max(map(len, command.commands))  # beside the names, in 80 columns
        command = command.commands[name]
    assert command.help
    assert command.help.strip().endswith(".")
    assert not command.get_short_help_str(room).endswith("..."), "cut off in the list"
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{path}: {option.name}"


def test_call_lists_functions_and_their_arguments(run: Shell) -> None:
    listing = run("call", "--help").out
    assert "echo" in listing
    assert "Returns what it is given." in listing
    help_text = run("call", "numbers", "--help").out
    assert "--last INTEGER" in help_text
    assert "[required]" in help_text


def test_call_passes_every_type(run: Shell) -> None:
    ids = [f"00000000-0000-0000-0000-00000000000{n}" for n in (1, 2)]
    answer = run(
        *("--json", "call", "echo", "--text", "--dashes; 'x'", "--at", "2026-07-01T10:00"),
        *("--zone", "Europe/Berlin", "--ids", ids[0], "--ids", ids[1]),
        *("--data", '{"a": 1}', "--count", "3", "--flag", "no", "--day", "2026-07-01"),
    )
    (row,) = answer.json
    assert row["body"] == "--dashes; 'x'"
    assert row["at"] == "2026-07-01T10:00:00+02:00"
    assert (row["ids"], row["data"], row["count"]) == (ids, {"a": 1}, 3)
    assert (row["flag"], row["day"]) == (False, "2026-07-01")


def test_a_name_arrives_whatever_the_environment_writes_in(run: Shell) -> None:
    name = "Łódź"
    answer = run("--json", "call", "echo", "--text", name, PGCLIENTENCODING="LATIN1")
    assert answer.json[0]["body"] == name
    assert name in answer.out


def test_a_scalar_and_nothing_are_printed_as_such(run: Shell) -> None:
    assert run("--json", "call", "add", "--a", "2").json == 3
    assert run("call", "add", "--a", "2").out.split() == ["add", "3"]
    assert run("call", "nothing").out == ""
    assert run("--json", "call", "nothing").json is None


def test_a_day_may_end_at_midnight(run: Shell) -> None:
    """Python has no time 24:00, and the driver refuses it."""
    with database.connect(run.dsn) as connection:
        row = connection.execute("select '24:00'::time as until, '09:00'::time as since").fetchone()
    assert row == {"until": "24:00:00", "since": time(9)}


def test_tables_are_not_cut_in_a_pipe(run: Shell) -> None:
    text = "x" * 300
    assert text in run("call", "echo", "--text", text).out
    lines = run("call", "numbers", "--last", "3").out.split("\n")
    assert [line.split() for line in lines if line.strip()[:1].isdigit()] == [
        ["1", "0.50000000000000000000"],
        ["2", "1.00000000000000000000"],
        ["3", "1.5000000000000000"],
    ]


def test_data_cannot_steer_the_terminal(run: Shell) -> None:
    out = run("call", "echo", "--text", "\x1b[31mred\x1b[0m [bold]b[/bold]\r\n").out
    assert "\x1b" not in out
    assert "[bold]b[/bold]" in out
    text = "\x9b31mred \x7f \u202eder\u2028 Łódź \U000e0041"
    answer = run("--json", "call", "echo", "--text", text)
    assert answer.json[0]["body"] == text
    assert all(c.isprintable() or c == "\n" for c in answer.out)
    assert "Łódź" in answer.out


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (("call", "numbers"), 2, "Missing option '--last'"),
        (("call", "numbers", "--nope", "1"), 2, "No such option"),
        (("call", "nope"), 2, "No such command"),
        (("call", "number"), 2, "Did you mean numbers?"),
        (("nope",), 2, "No such command"),
        (("call", "add", "--a", "x"), 3, "a: invalid input syntax for type integer"),
        (("call", "echo", "--at", "2026-4-2"), 3, "not an ISO 8601 instant"),
        (("call", "echo", "--day", "2026-4-2"), 3, "not an ISO 8601 date"),
        (("call", "echo", "--data", "{"), 3, "data is not JSON"),
        (("call", "echo", "--data", "none"), 3, "--data '\"text\"'"),
        (("call", "echo", "--data", '"\\u0000"'), 3, "data: unsupported Unicode escape sequence"),
        (("--zone", "Nowhere/Land", "call", "echo"), 3, "not a time zone"),
        (("--zone", "../../etc/passwd", "call", "echo"), 3, "not a time zone"),
        (("call", "echo", "--text", "\udcff"), 3, "not text in UTF-8"),
        (("--tenant", "\udcff", "slots", "--service", "x"), 3, "not text in UTF-8"),
        (("call", "refuse"), 6, "Somebody was faster (slot_taken). Choose."),
        (("call", "raise_plainly"), 6, "Somebody was faster (slot_taken). Choose."),
        (("--json", "call", "fail", "--sqlstate", "PT404"), 5, "a reason"),
        (("call", "crash", "--secret", "x"), 9, "the secret is x"),
        (("--dsn", "host=/nowhere dbname=x", "call", "add", "--a", "1"), 8, "/nowhere"),
        (("--dsn", "nonsense", "call", "add", "--a", "1"), 8, "nonsense"),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(
    run: Shell, arguments: tuple[str, ...], code: int, text: str
) -> None:
    answer = run(*arguments)
    assert (answer.code, answer.out) == (code, "")
    assert text in answer.err
    if code != 2:
        assert answer.err.count("\n") == 1


def test_an_error_is_json_on_demand(run: Shell) -> None:
    answer = run("call", "refuse", "--json")
    assert (answer.code, answer.out) == (6, "")
    assert json.loads(answer.err)["code"] == "slot_taken"
    answer = run("call", "add", "--a", "x", "--json")
    assert json.loads(answer.err)["details"] == {"argument": "a"}


@pytest.mark.parametrize(
    "command", ["call add --a 1", "slots --service Cut", "--json holidays list", "doctor"]
)
def test_a_database_without_the_engine_is_said_to_be_one(
    run: Shell, server: TestServer, command: str
) -> None:
    with server.clone("template0") as empty:
        answer = run("--dsn", empty, *command.split())
    assert answer.code == 8
    assert "pgbooking deploy" in answer.err


@pytest.mark.parametrize(
    "command", ["holidays list", "--json holidays list", "bookings import -", "jobs"]
)
def test_an_older_release_in_the_database_is_said_to_be_one(run: Shell, command: str) -> None:
    answer = run(*command.split())
    assert (answer.code, answer.out) == (8, "")
    assert "this database has an older release" in answer.err


def test_deploy_says_what_it_did(run: Shell, server: TestServer) -> None:
    with server.clone("template0") as empty:
        assert run("--dsn", empty, "deploy").out.endswith("installed\n")
        answer = run("--dsn", empty, "deploy", "--json").json
    assert (answer["changed"], answer["migrations"]) == (False, [])


def test_psql_opens_the_same_database(run: Shell) -> None:
    answer = run("psql", "--", "-X", "-A", "-t", "-c", "select booking.version()")
    assert answer.out == "1.2.0\n"


def test_without_a_database_the_way_out_is_named(run: Shell) -> None:
    state = state_root() / "no-cluster-here"
    answer = run("deploy", PGBOOKING_DSN="", PGBOOKING_STATE=str(state))
    state.rmdir()
    assert answer.code == 8
    assert "make demo" in answer.err


@pytest.mark.parametrize(
    "arguments", [("--help",), ("call", "numbers", "--last=3"), ("--json", "call", "add", "--a=1")]
)
def test_a_reader_that_has_gone_away_is_no_finding(run: Shell, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "pgbooking", "--dsn", run.dsn, *arguments],
        stdout=writing, stderr=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": ""},
        timeout=60, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (8, b"")


def test_what_a_locale_has_no_sign_for_is_no_error(run: Shell) -> None:
    """By then the command has happened."""
    poor = {"PYTHONIOENCODING": "latin-1"}
    answer = run("--json", "call", "echo", "--text", "Łódź", **poor)
    assert (answer.code, answer.json[0]["body"]) == (0, "Łódź")
    answer = run("--json", "call", "add", "--a", "\U0001f600", **poor)
    assert "\U0001f600" in json.loads(answer.err)["message"]
    answer = run("call", "echo", "--text", "Łodz", **poor)
    assert (answer.code, answer.err) == (0, "")
    assert r"\u0141odz" in answer.out


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_an_answer_that_cannot_be_written_is_one_line(run: Shell, json_too: tuple[str]) -> None:
    command = [sys.executable, "-m", "pgbooking", "--dsn", run.dsn]
    command += [*json_too, "call", "add", "--a=1"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 8
    (said,) = done.stderr.decode().splitlines()
    told = json.loads(said)["message"] if json_too else said.removeprefix("error: ")
    assert told == "[Errno 28] No space left on device"
    command = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
    closed = subprocess.run(command, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (closed.returncode, closed.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--dsn=host=/nowhere", "doctor"), 8), (("doctor", "--nothing"), 2)]
)
def test_what_cannot_be_said_is_no_finding(arguments: tuple[str, ...], code: int) -> None:
    command = [sys.executable, "-m", "pgbooking", *arguments]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=full, timeout=60, check=False)
    assert done.returncode == code


def test_a_server_whose_database_cannot_be_read_is_one_line(run: Shell) -> None:
    answer = run("--dsn=host", "serve", "--port=1")
    assert (answer.code, answer.err.count("\n")) == (8, 1)
    assert answer.err.startswith("error: missing")


def test_a_taken_port_is_one_line(run: Shell) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = run("serve", "--port", str(taken.getsockname()[1]))
    assert answer.code == 8
    assert answer.err.startswith("error: cannot listen on 127.0.0.1:")
    assert answer.err.endswith(": Address already in use; give another --host or --port\n")


def test_a_host_that_can_be_no_name_is_one_line(run: Shell) -> None:
    answer = run("serve", "--host=a..b")
    assert answer.code == 8
    told = "error: cannot listen on a..b:8000: that is no name; give another --host or --port\n"
    assert answer.err == told


def test_exit_codes_follow_the_status() -> None:
    statuses = (400, 401, 402, 403, 404, 405, 409, 422, 429, 500, 502, 503, 302)
    codes = [3, 4, 3, 4, 5, 3, 6, 3, 7, 9, 9, 8, 9]
    assert [errors.exit_code(status) for status in statuses] == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-07-01", "2026-07-01T00:00:00+02:00"),
        ("2026-07-01T10:00", "2026-07-01T10:00:00+02:00"),
        ("2026-07-01 10:00+00:00", "2026-07-01T10:00:00+00:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),  # twice: the first
        ("2026-03-29T02:30", "2026-03-29T02:30:00+01:00"),  # skipped: 03:30 summer time
    ],
)
def test_local_times_are_read_in_the_chosen_zone(text: str, expected: str) -> None:
    assert Session(zone_name="Europe/Berlin").instant(text).isoformat() == expected


def test_a_zone_that_only_this_machine_knows_is_named(run: Shell) -> None:
    session = Session(run.dsn)
    session.zone = cast(ZoneInfo, SimpleNamespace(key="right/Europe/Berlin"))  # with leap seconds
    with (
        pytest.raises(BookingError, match='"right/Europe/Berlin"') as refused,
        session.connection(),
    ):
        pass
    assert (refused.value.status, refused.value.details) == (400, {"argument": "zone"})


def test_days_have_names_in_the_chosen_zone() -> None:
    session = Session(zone_name="Pacific/Kiritimati")  # nowhere is it later
    before = datetime.now(session.zone).date()
    today, tomorrow = session.instant("today"), session.instant("tomorrow")
    assert today.date() in (before, datetime.now(session.zone).date())
    assert (today.time(), tomorrow.time()) == (time(), time())
    assert tomorrow.date() - today.date() == timedelta(days=1)
    assert abs(session.instant("now") - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("option", "environment", "expected"),
    [
        ("dbname=a", {"PGBOOKING_DSN": "dbname=b", "PGHOST": "c"}, "dbname=a"),
        ("", {"PGBOOKING_DSN": "dbname=b", "PGHOST": "c"}, "dbname=b"),
        *(
            ("", {name: "c"}, "")  # libpq reads it by itself
            for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT")
        ),
    ],
)
def test_the_nearest_word_about_the_database_counts(
    monkeypatch: pytest.MonkeyPatch, option: str, environment: dict[str, str], expected: str
) -> None:
    for name in [name for name in os.environ if name.startswith("PG")]:
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Session(option).conninfo == expected


@pytest.mark.parametrize(
    "conninfo",
    [
        "postgresql://u:my@secret@db/x", "postgresql://u:my%secret@db/x",
        "postgresql://u:my secret@db/x", "postgresql://u:secret@[db/x", "mysql://u:secret@db/x",
        "postgresql://u:secret/x@db/x", "postgres://u:/secret@db", "host=db password=my secret",
    ],
)  # fmt: skip
def test_no_part_of_a_password_is_repeated(conninfo: str) -> None:
    with pytest.raises(SetupError, match="@ is %40") as caught:
        assert Session(conninfo).conninfo
    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "conninfo",
    [
        "host=@abstract,@other", "host=/run/pg@15,", "postgresql://u:my%40secret@db,other/x",
        "postgresql://u:my%2Fsecret@db/x", "postgresql:///x?host=@abstract",
        "password='my @secret'",
    ],
)  # fmt: skip
def test_a_password_that_is_written_well_is_none_of_our_business(conninfo: str) -> None:
    assert Session(conninfo).conninfo == conninfo


def test_a_refusal_offers_other_times_by_the_chosen_clock(
    capsys: pytest.CaptureFixture[str],
) -> None:
    free = [{"starts_at": "2026-04-02T08:00:00+00:00"}, {"starts_at": "2026-04-03T09:30:00+02:00"}]
    outcome = {"http_status": 409, "code": "slot_taken", "message": "Taken.", "hint": "Choose."}
    nothing: list[Any] = [None, {}, {"alternatives": []}]
    for details in nothing:
        print_refusal(outcome | {"details": details}, find_zone("Europe/Berlin"))
        assert capsys.readouterr().err.split("\n") == ["error: Taken (slot_taken). Choose.", ""]
    print_refusal(outcome | {"details": {"alternatives": free}}, find_zone("Europe/Berlin"))
    assert "free: Thu 02 Apr 10:00, Fri 03 Apr 09:30" in capsys.readouterr().err


def test_the_machine_zone_is_used_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert find_zone("").key == "Asia/Kathmandu"
    monkeypatch.setenv("TZ", ":Asia/Tokyo")
    assert find_zone("").key == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "/usr/share/zoneinfo/Europe/Berlin")
    assert find_zone("").key == "Europe/Berlin"
    monkeypatch.delenv("TZ")
    monkeypatch.setattr(session, "_LOCALTIME", Path("/nowhere"))
    assert find_zone("").key == "UTC"


@pytest.mark.parametrize("folder", ["/usr/share/zoneinfo", "/nowhere/zoneinfo"])
def test_the_machine_zone_is_where_a_link_leads_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str
) -> None:
    """Also where the system has no files of zones, as in small containers."""
    link = tmp_path / "localtime"
    link.symlink_to(f"{folder}/Asia/Tokyo")
    monkeypatch.setattr(session, "_LOCALTIME", link)
    for told in ("", f":{link}", str(link)):
        monkeypatch.setenv("TZ", told)
        assert find_zone("").key == "Asia/Tokyo"


@pytest.mark.parametrize("zone", ["CET-1CEST", "Europe/Berln", "/etc/hostname"])
def test_a_machine_whose_zone_has_no_name_is_asked_for_one(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    with pytest.raises(BookingError, match=f'machine \\("{zone}"\\) has no name') as refused:
        find_zone("")
    assert "--zone" in str(refused.value.hint)
    assert find_zone("UTC").key == "UTC"


def test_a_copy_of_a_zone_has_no_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = tmp_path / "localtime"
    copy.touch()
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(session, "_LOCALTIME", copy)
    with pytest.raises(BookingError, match="has no name"):
        find_zone("")


def test_an_unreachable_state_folder_is_a_clear_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PGBOOKING_STATE", str(tmp_path / "file" / "state"))
    with pytest.raises(SetupError, match=r"state \(Not a directory\): set PGBOOKING_STATE"):
        state_root()


def test_a_narrow_terminal_gets_records_and_fewer_days(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from rich.console import Console

    out = io.StringIO()
    monkeypatch.setattr(render, "console", lambda stderr=False: Console(file=out, width=40))
    render.rows([{"first_column": "a" * 30, "second_column": "b" * 30}] * 2)
    days = [date(2026, 11, 23) + timedelta(days=n) for n in range(7)]
    starts = [datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 29, 9, tzinfo=UTC)]
    render.grid(starts, days, "Etc/UTC")
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 40
    assert "a" * 20 in out.getvalue()
    assert out.getvalue().count("●") == 2
    assert "by the clock of Etc/UTC" in lines, "09:00 is not the same everywhere"
