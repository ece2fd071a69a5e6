"""`pgbooking call <function>`: commands made from the database's catalog."""

import re
from difflib import get_close_matches
from typing import Any

import click

from pgbooking import render
from pgbooking.arguments import Text, bind, parse_json
from pgbooking.cli_options import options, shared
from pgbooking.contract import Argument, Function
from pgbooking.errors import invalid_argument
from pgbooking.session import Session

_INSTANT = "timestamp with time zone"
_METAVARS = {
    _INSTANT: "instant",
    "timestamp without time zone": "local-time",
    "time without time zone": "time",
    "interval": "duration",
    "jsonb": "json",
}
_ARGUMENT = re.compile(r'(?<!")\bp_\w+')  # in quotes, it is a value
# Where help begins a paragraph: click would make one of the list of arguments.
_BREAK = re.compile(r"\n(?=p_\w+[^:\n]*: )|(?<=\.)\n(?!\n)")
_CAST = re.compile(r"::[\w ]+(\[\])?$")


class Contract(click.Group):
    """A group whose commands are the functions of the contract."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Name the functions."""
        return sorted(context.ensure_object(Session).catalog())

    def get_command(self, context: click.Context, cmd_name: str) -> click.Command | None:
        """Make the command for a function; None where there is none."""
        catalog = context.ensure_object(Session).catalog()
        function = catalog.get(cmd_name.replace("-", "_"))
        return _command(function) if function else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of one that isn't there, say what it may have been."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if close := get_close_matches(args[0], self.list_commands(ctx), n=1):
                told = f"{error.message} Did you mean {close[0]}?"
                raise click.UsageError(told, ctx) from error
            raise


@click.group(cls=Contract)
@shared
def call() -> None:
    """Call any function of the contract.

    `call FUNCTION --help` tells its arguments. INSTANT: 2026-04-02T10:00 by the clock of --zone,
    2026-04-02T10:00+02:00, a day, now, today or tomorrow. DURATION: 45min, 1:30 or PT1H30M. JSON:
    text in it is in double quotes, '"none"'.
    """


def _command(function: Function) -> click.Command:
    def run(null: tuple[str, ...] = (), **given: Any) -> None:
        session = click.get_current_context().ensure_object(Session)
        arguments = {
            argument.name: _value(session, argument, given[argument.name])
            for argument in function.arguments
            if given[argument.name] not in (None, ())
        }
        if twice := arguments.keys() & null:
            raise click.UsageError(f"{_flag(twice.pop())} is given, and null.")
        found = session.run(function.name, **bind(function, arguments | dict.fromkeys(null)))
        if not session.as_json and not function.is_void:
            render.rows(found)

    comment = _as_options(function.comment)
    own = [_option(argument) for argument in function.arguments]
    taken = {name for option in own for name in option.opts}
    common = [option for option in options() if option.opts[0] not in taken]
    return click.Command(
        function.name,
        params=[*own, *_null(function), *common],
        callback=run,
        help=comment,
        short_help=comment.partition("\n")[0],
    )


def _option(argument: Argument) -> click.Option:
    default = _CAST.sub("", argument.default or "NULL")
    kind, brackets, _ = argument.type.partition("[")
    hints = ["repeatable; '' alone: no item"] if brackets else []
    hints += [f"default: {default}"] if default != "NULL" else []
    return click.Option(
        [_flag(argument.name), argument.name],
        required=argument.is_required,
        multiple=bool(brackets),
        metavar=_METAVARS.get(kind, kind).upper().replace(" ", "-"),
        help="; ".join(hints) or None,
    )


def _null(function: Function) -> list[click.Option]:
    """The option for null, if there is anything that can't be left out."""
    required = {_flag(a.name)[2:]: a.name for a in function.arguments if a.is_required}

    def read(context: click.Context, _: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
        names = tuple(required[flag] for flag in given)
        for parameter in context.command.params:
            parameter.required = parameter.required and parameter.name not in names
        return names

    option = click.Option(
        ["--null"], type=click.Choice(list(required)), multiple=True, is_eager=True, callback=read,
        metavar="ARGUMENT", help="SQL null for a required argument, such as `value`; repeatable.",
    )  # fmt: skip
    return [option] if required else []


def _flag(name: str) -> str:
    return "--" + name.removeprefix("p_").replace("_", "-")


def _as_options(comment: str) -> str:
    """A comment with a paragraph for each argument, and their names as they are typed here."""
    return _ARGUMENT.sub(lambda match: _flag(match[0]), _BREAK.sub("\n\n", comment))


def _value(session: Session, argument: Argument, given: Any) -> Any:
    if isinstance(given, tuple):
        return [] if given == ("",) else list(given)
    if argument.type in ("json", "jsonb"):
        _check_json(argument, given)
    return session.instant(given).isoformat() if argument.type == _INSTANT else Text(given)


def _check_json(argument: Argument, given: str) -> None:
    """Raise 400 for what is none; the database would not say how text is written in it."""
    try:
        parse_json(given)
    except ValueError as error:
        hint = f"""Write JSON, with text in double quotes: {_flag(argument.name)} '"text"'."""
        raise invalid_argument(f"{argument.name} is not JSON.", argument.name, hint) from error
