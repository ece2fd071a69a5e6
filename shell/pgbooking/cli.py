"""The command `pgbooking`.

Exit codes: 0 done, 1 something was found (doctor), 2 wrong usage, 3 invalid request or refused by a
business rule, 4 not allowed, 5 not found, 6 conflict, 7 rate limited, 8 database unavailable or set
up wrongly, 9 internal.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TextIO

import click
import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from pgbooking import __version__, database, render
from pgbooking.cli_agenda import agenda
from pgbooking.cli_booking import book, cancel, conflicts, holidays, reschedule, slots
from pgbooking.cli_call import call
from pgbooking.cli_doctor import doctor
from pgbooking.cli_import import bookings
from pgbooking.cli_jobs import jobs, tick
from pgbooking.cli_options import shared, typed
from pgbooking.cli_worker import worker
from pgbooking.errors import (
    BookingError,
    SetupError,
    exit_code,
    from_psycopg,
    invalid_argument,
    server_message,
)
from pgbooking.session import DEMO_DATABASE, Failed, Session, demo_cluster, json_for, print_json

_UNAVAILABLE = exit_code(503)

_WHO = "Give --tenant (`pgbooking call list_tenants` names them), or a login that may, by --dsn."

EPILOG = (
    "Exit codes: 0 done, 1 found (doctor), 2 wrong usage, 3 invalid or refused, 4 not allowed, "
    "5 not found, 6 conflict, 7 rate limited, 8 unavailable, 9 internal."
)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@shared
def cli() -> None:
    """Bookings in PostgreSQL: deploy the engine, serve it, call it."""


@cli.command()
@shared
@click.pass_obj
def deploy(session: Session) -> None:
    """Install or upgrade the engine in the database, all or nothing."""
    from pgbooking.deploy import deploy as run

    done = run(session.conninfo)
    if session.as_json:
        print_json(vars(done))
        return
    how = "installed" if done.was_fresh else "upgraded" if done.changed else "unchanged"
    migrations = f", migrations: {', '.join(done.migrations)}" if done.migrations else ""
    render.say(f"pgbooking {done.version} {how}{migrations}")
    if done.notice:
        render.note(done.notice)


@cli.command()
@shared
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="TCP port to listen on.",
)
@click.option("--role", help="Database role of requests without a token.  [default: anon]")
@click.option(
    "--threads",
    default=8,
    show_default=True,
    type=click.IntRange(1, 400),
    help="Requests served at a time, each with a connection.",
)
@click.option(
    "--proxies",
    default=0,
    show_default=True,
    envvar="PGBOOKING_PROXIES",
    type=click.IntRange(0, 10),
    help="How many proxies in front append to X-Forwarded-For.",
)
@click.option(
    "--streams-per-caller",
    default=20,
    show_default=True,
    type=click.IntRange(1, 400),
    help="Streams of a visitor's address, or of a token's subject, at a time.",
)
@click.option(
    "--streams-per-tenant",
    default=100,
    show_default=True,
    type=click.IntRange(1, 400),
    help="Streams of a tenant's visitors and customers at a time.",
)
@click.option(
    "--demo", is_flag=True, help="Serve the demo's database, as service_role, with a worker."
)
@click.pass_obj
def serve(
    session: Session, host: str, port: int, role: str | None, threads: int, proxies: int,
    streams_per_caller: int, streams_per_tenant: int, demo: bool,
) -> None:  # fmt: skip
    """Serve the contract over HTTP until interrupted.

    The keys of tokens are $PGBOOKING_JWT_SECRET; who may read /metrics from elsewhere sends
    $PGBOOKING_METRICS_TOKEN.
    """
    from pgbooking import server
    from pgbooking.live.hub import Room

    room = Room(per_caller=streams_per_caller, per_tenant=streams_per_tenant)
    if not demo:
        server.serve(session.conninfo, host, port, role or "anon", threads, proxies, room)
        return
    from pgbooking import demo_worker
    from pgbooking.demo import invitation, prepare

    conninfo = prepare()
    url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    folder = demo_worker.local_folder(url)

    @contextmanager
    def beside() -> Iterator[None]:
        with demo_worker.beside(conninfo):
            render.say(invitation(url))  # by now it is true
            yield

    server.serve(
        conninfo, host, port, role or "service_role", threads, proxies, room,
        mail_folder=folder, beside=beside,
    )  # fmt: skip


@cli.command()
def demo() -> None:
    """Show the engine at work in the terminal.

    On an embedded PostgreSQL, with a salon and meeting rooms.
    """
    from pgbooking.demo import run

    run()


@cli.command(context_settings={"ignore_unknown_options": True})
@shared
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def psql(session: Session, arguments: tuple[str, ...]) -> None:
    """Open psql on the database.

    ARGUMENTS (after --) are psql's own.
    """
    from pgbooking.cluster import embedded_binaries

    program = shutil.which("psql") or str(embedded_binaries() / "psql")
    options = conninfo_to_dict(session.conninfo)
    if password := options.pop("password", None):  # arguments are everybody's on the machine to see
        os.environ["PGPASSWORD"] = str(password)
    given = [program, f"--dbname={make_conninfo('', **options)}", *arguments]
    os.execv(program, given)  # noqa: S606  # no shell is wanted: the list goes to psql as it is


@cli.group()
def cluster() -> None:
    """Start and stop the demo's embedded PostgreSQL."""


@cluster.command()
def start() -> None:
    """Start it, making it where it is missing; prints how to connect."""
    from pgbooking.database import create_database

    server = demo_cluster()
    server.start()
    create_database(server.conninfo(), DEMO_DATABASE)
    render.say(server.conninfo(DEMO_DATABASE))


@cluster.command()
def stop() -> None:
    """Stop it; its data stay."""
    demo_cluster().stop()
    render.say("stopped")


@cluster.command()
def remove() -> None:
    """Stop it and delete its data."""
    from pgbooking.cluster import remove_state

    demo_cluster().remove()
    remove_state()
    render.say("removed")


@cluster.command()
def status() -> None:
    """Tell whether it runs; exit code 8 when it doesn't."""
    server = demo_cluster()
    running = server.is_running()
    render.say(server.conninfo(DEMO_DATABASE) if running else "not running")
    if not running:
        raise Failed(503)


for _command in (
    agenda,
    book,
    bookings,
    call,
    cancel,
    conflicts,
    doctor,
    holidays,
    jobs,
    reschedule,
    slots,
    tick,
    worker,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line; errors become one line and an exit code."""
    session = Session()
    _open_streams()
    try:
        _check_text(sys.argv)
        # not cli.main(): its code for a reader that has gone away is the doctor's for a finding
        with cli.make_context("pgbooking", sys.argv[1:], obj=session) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except (click.exceptions.Exit, Failed) as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _end(error.exit_code, partial(_misused, session, error))
    except SetupError as error:
        _end(_UNAVAILABLE, partial(_trouble, session, str(error)))
    except BookingError as error:
        _end(exit_code(error.status), partial(_explain, session, error))
    except psycopg.errors.UndefinedFunction:  # of ours, which this release has
        _end(_UNAVAILABLE, partial(_trouble, session, database.OLD_ENGINE))
    except psycopg.Error as error:
        known = _from_database(error)
        _end(exit_code(known.status), partial(_explain, session, known))
    except OSError as error:  # the answer can't be written: nobody reads it, the disk is full
        _discard(sys.stdout)
        if isinstance(error, BrokenPipeError):
            sys.exit(_UNAVAILABLE)
        _end(_UNAVAILABLE, partial(_trouble, session, str(error)))
    except (click.exceptions.Abort, KeyboardInterrupt):
        sys.exit(130)


def _end(status: int, tell: Callable[[], None]) -> NoReturn:
    """Say why and end with this status, also where nothing can be said: 1 would be a finding."""
    try:
        tell()
    except OSError:
        _discard(sys.stderr)
    sys.exit(status)


def _discard(stream: TextIO) -> None:
    """Let what is written to a stream, and what waits in it, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_streams() -> None:
    """What a locale has no sign for is told by its number; what was closed goes nowhere."""
    for name in ("stdout", "stderr"):
        if not getattr(sys, name):
            # open for as long as the process lasts, which no `with` is
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _check_text(arguments: list[str]) -> None:
    """Bytes that are no text reach Python as half surrogates, which no database takes."""
    try:
        "".join(arguments).encode()
    except UnicodeEncodeError as error:
        raise invalid_argument("An argument is not text in UTF-8.") from error


def _from_database(error: psycopg.Error) -> BookingError:
    """Who holds the connection string may read what the server says, on one line."""
    known = from_psycopg(error)
    if isinstance(error, psycopg.ProgrammingError) and not error.sqlstate:  # --dsn makes no sense
        known = BookingError(503, "unavailable", "")
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        known.message = error.diag.message_primary or known.message
    if known.status in (500, 503) and known.code != "read_only":
        known.message = server_message(error)
        known.hint = None
    return known


def _misused(session: Session, error: click.ClickException) -> None:
    """Say what is wrong with the line: as click does, or for programs as everything else."""
    if not _wants_json(session):
        error.show()
        return
    # its message would be all of the help
    is_short = isinstance(error, click.exceptions.NoArgsIsHelpError)
    message = "Missing command." if is_short else error.format_message()
    context = getattr(error, "ctx", None)
    told = context.command_path if context else "pgbooking"
    _explain(session, BookingError(400, "wrong_usage", message, hint=f"See `{told} --help`."))


def _wants_json(session: Session) -> bool:
    """Whether --json was said, also behind what kept the line from being read to its end."""
    return session.as_json or "--json" in sys.argv[1:]


def _trouble(session: Session, message: str) -> None:
    """Say what is wrong outside the engine."""
    if _wants_json(session):
        _explain(session, BookingError(503, "unavailable", message))
    else:
        render.trouble(message)


def _explain(session: Session, error: BookingError) -> None:
    is_json = _wants_json(session)
    error = error.in_fields(str if is_json else partial(typed, session.command))
    if error.code == "not_authenticated":  # the engine speaks of tokens and headers
        error.hint = _WHO
    if is_json:
        click.echo(json_for(sys.stderr, error.body()), err=True)
    else:
        render.error(error)
