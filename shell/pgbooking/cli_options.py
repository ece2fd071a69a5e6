"""Options and values that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from pgbooking.session import Session

F = TypeVar("F", bound=Callable[..., Any])


def _store(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(context: click.Context, parameter: click.Parameter, value: Any) -> None:
        session = context.ensure_object(Session)
        session.command = context.command
        source = context.get_parameter_source(str(parameter.name))
        # each command asks the environment again, also where it was said before the command
        if value and not (source == ParameterSource.ENVIRONMENT and getattr(session, name)):
            setattr(session, name, value)

    return callback


def options() -> list[click.Option]:
    """Fresh copies of the options that every command takes."""
    return [
        click.Option(
            ["--dsn"], expose_value=False, callback=_store("dsn"), metavar="CONNINFO",
            help="Database; default: $PGBOOKING_DSN, libpq's environment, the demo's.",
        ),
        click.Option(
            ["--tenant"], expose_value=False, callback=_store("tenant"), metavar="SLUG",
            envvar="PGBOOKING_TENANT", help="Tenant to act for, where there are several.",
        ),
        click.Option(
            ["--zone"], expose_value=False, callback=_store("zone_name"), metavar="NAME",
            envvar="PGBOOKING_ZONE",
            help="IANA zone of instants without offset and of output; default: this machine's.",
        ),
        click.Option(
            ["--json"], expose_value=False, callback=_store("as_json"), is_flag=True,
            help="Answer in JSON, for programs.",
        ),
    ]  # fmt: skip


def shared(command: F) -> F:
    """Give a command the options that every command takes."""
    found = getattr(command, "__click_params__", [])
    # click reads this attribute of a plain function; the type of functions doesn't know it.
    command.__click_params__ = [*options()[::-1], *found]  # type: ignore[attr-defined]
    return command


def key_option(command: F) -> F:
    """Give a command the option for its idempotency key."""
    return click.option(
        "--key",
        "idempotency_key",
        help="Idempotency key: the same key never acts twice.  [default: a new one]",
    )(command)


def typed(command: click.Command | None, name: str) -> str:
    """What is written for an argument of the contract; name: the argument's, without p_.

    Parameters of a command bear these names, where their options don't. What is not among them is
    told by its name.
    """
    for parameter in command.params if command else ():
        if parameter.name in (name, f"p_{name}") or f"--{name}" in parameter.opts:
            is_option = isinstance(parameter, click.Option)
            return parameter.opts[0] if is_option else parameter.human_readable_name
    return name
