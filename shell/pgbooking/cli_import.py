"""`pgbooking bookings import`: a file of another system's bookings, row by row to the contract."""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import click
import psycopg

from pgbooking import database, render
from pgbooking.arguments import Text, bind, is_local_time, parse_json
from pgbooking.cli_options import shared
from pgbooking.contract import Function
from pgbooking.database import Connection, Row
from pgbooking.errors import BookingError, from_psycopg, invalid_argument
from pgbooking.session import Failed, Session, contract_function, find_named, print_json

# What can be called by its name in a column without _id, and the list that has the names.
_NAMED = {"service": "list_services", "resource": "list_resources"}
_OBJECTS = ("answers", "metadata")  # of which a column may be a field: metadata.room
_HOPELESS = (401, 403, 500, 503)  # no row will do better
_TOLD = ("code", "message", "hint", "details")  # why a row was refused
_AGAIN = "Import the file again: what was imported is the same booking."

Fields = dict[str, Any]


@click.group()
def bookings() -> None:
    """Import the bookings of another system."""


@bookings.command("import")
@shared
@click.argument("file", type=click.File("rb"))
@click.option("--source", help="Which system it is from, where there are several.")
@click.option(
    "--without-buffers", is_flag=True, help="Take the time itself, also of what is to come."
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and leave nothing.")
@click.pass_obj
def import_(
    session: Session, file: BinaryIO, source: str | None, without_buffers: bool, dry_run: bool
) -> None:
    """Import a file of bookings, row by row.

    FILE is CSV with a header, or JSON lines; - is standard input. Columns are the arguments of
    import_booking, without p_: see `pgbooking call import_booking --help`. service and resource may
    be names. Times without an offset are by the clock of the resource. Each row is done by itself,
    and the same file can be imported again.
    """
    text = _text(file.read())
    count = sum(1 for _ in _rows(text))  # what is no such file is refused before anything is done
    common: Fields = {"source": source} if source else {}
    if without_buffers:
        common["with_buffers"] = False
    result = _Result()
    with session.engine() as conn:
        if session.tenant:
            database.call(conn, "use_tenant", p_slug=session.tenant)
        function = contract_function(conn, "import_booking")
        with conn.transaction(force_rollback=True) if dry_run else nullcontext():
            arguments = _arguments(conn, function, common)
            try:
                with render.progress(count) as step:
                    for line, fields in _rows(text):
                        result.add(line, fields, _outcome(conn, arguments, fields))
                        step()
            except (psycopg.Error, KeyboardInterrupt):
                if not dry_run:
                    click.echo(f"After {result.rows} rows. {_AGAIN}", err=True)
                raise
    _report(session, result, dry_run)


@dataclass
class _Result:
    """What became of the rows. status: the highest of those that were refused.

    Only what is told of them is kept: a file may have hundreds of thousands.
    """

    rows: int = 0
    imported: int = 0
    unchanged: int = 0
    status: int = 0
    changed: list[Row] = field(default_factory=list)
    refused: list[Row] = field(default_factory=list)

    def add(self, line: int, fields: Fields, outcome: Row) -> None:
        self.rows += 1
        row = {"line": line, "external_id": fields.get("external_id")}
        if outcome["status"] == "failed":
            self.refused.append(row | {name: outcome[name] for name in _TOLD})
            self.status = max(self.status, outcome["http_status"])
        elif outcome["replayed"]:
            self.unchanged += 1
        elif outcome["version"] > 1:
            self.changed.append(row | {"changed": outcome["details"]["changed"]})
        else:
            self.imported += 1


def _text(data: bytes) -> str:
    """What the file says. Raises 400 where it is no text."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise invalid_argument(
            "The file is not text in UTF-8.", "file",
            "Save it again as what spreadsheets call CSV UTF-8.",
        ) from error  # fmt: skip


def _rows(text: str) -> Iterator[tuple[int, Fields]]:
    """Each row with the line that it begins on. Raises 400 for a file that is none."""
    yield from _json_rows(text) if text.lstrip().startswith("{") else _csv_rows(text)


def _json_rows(text: str) -> Iterator[tuple[int, Fields]]:
    for line, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            found = parse_json(row)
        except ValueError as error:
            raise invalid_argument(f"Line {line} is not JSON.", "file") from error
        if not isinstance(found, dict):
            raise invalid_argument(f"Line {line} is not a JSON object.", "file")
        yield line, {name: value for name, value in found.items() if value is not None}


def _csv_rows(text: str) -> Iterator[tuple[int, Fields]]:
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)  # spreadsheets use the one that numbers leave free
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        names = [name.strip().lower().replace(" ", "_") for name in next(reader, [])]
        if len(set(names)) < len(names):
            raise invalid_argument("Two columns have the same name.", "file")
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(names):
                    raise invalid_argument(f"Line {line} has more cells than the header.", "file")
                pairs = zip(names, cells, strict=False)
                yield line, {name: Text(cell.strip()) for name, cell in pairs if cell.strip()}
            line = reader.line_num + 1
    except csv.Error as error:
        raise invalid_argument(f"Line {line} is not CSV: {error}.", "file") from error


def _arguments(
    conn: Connection, function: Function, common: Fields
) -> Callable[[Fields], dict[str, Any]]:
    """What makes the arguments of a call from the fields of a row. Raises 400 for what is none."""
    known = {name: database.call(conn, listing, p_limit=10000) for name, listing in _NAMED.items()}

    def arguments(fields: Fields) -> dict[str, Any]:
        given: Fields = {}
        for name, value in (common | fields).items():
            place, value = _argument(function, known, name, value)
            first, _, key = place.partition(".")
            if key and isinstance(given.setdefault(first, {}), dict):
                given[first][key] = value
            elif place in given or key:
                raise invalid_argument(f"{name} is given twice.", name)
            else:
                given[place] = value
        for argument in function.arguments:
            if argument.is_required and argument.name not in given:
                raise invalid_argument(f"{argument.label} is missing.", argument.label)
        return bind(function, given)

    return arguments


def _argument(
    function: Function, known: dict[str, list[Row]], name: str, value: Any
) -> tuple[str, Any]:
    """The argument that a field is, or a part of (p_metadata.room), and its value."""
    if name in _NAMED:
        return f"p_{name}_id", _identify(f"{name}_id", str(value), known[name])
    if name in ("starts_at", "ends_at") and is_local_time(str(value)):
        return f"p_{name.removesuffix('_at')}_local", value
    first, dot, _ = name.partition(".")
    if not function.argument(f"p_{first}") or (dot and first not in _OBJECTS):
        labels = ", ".join((*_NAMED, *(argument.label for argument in function.arguments)))
        raise invalid_argument(f"There is no field {name}. There are: {labels}.", name)
    return f"p_{name}", value


def _identify(column: str, text: str, known: list[Row]) -> str:
    """The id of the record with this id or name. Raises 400 where there is not just one."""
    is_id = any(text.casefold() == str(row[column]) for row in known)
    return text if is_id else find_named(known, column, text)


def _outcome(
    conn: Connection, arguments: Callable[[Fields], dict[str, Any]], fields: Fields
) -> Row:
    """What became of a row; of one that could not be read as well."""
    try:
        with conn.transaction():
            return database.call(conn, "import_booking", **arguments(fields))[0]
    except psycopg.Error as error:
        problem = from_psycopg(error)
        if problem.status in _HOPELESS:
            raise
    except BookingError as error:
        problem = error
    problem = problem.in_fields()
    return problem.body() | {"status": "failed", "http_status": problem.status}


def _report(session: Session, result: _Result, dry_run: bool) -> None:
    changed, refused = result.changed, result.refused
    if session.as_json:
        print_json({"dry_run": dry_run, "imported": result.imported, "unchanged": result.unchanged,
                    "changed": changed, "refused": refused})  # fmt: skip
    else:
        if not result.rows:
            render.note("the file has no rows")
        if changed:
            render.rows(changed)
        if refused:
            render.rows([{k: v for k, v in row.items() if k != "details"} for row in refused])
        render.say(
            f"{result.imported} {'would be ' if dry_run else ''}imported, {len(changed)} changed, "
            f"{result.unchanged} as before, {len(refused)} refused"
        )
    if refused:
        raise Failed(result.status)
