"""`pgbooking doctor`: what must not be, and what to do about it."""

import click

from pgbooking import database, render
from pgbooking.cli_options import shared
from pgbooking.session import Session, print_json

_FOUND = 1


@click.command()
@shared
@click.pass_obj
@click.pass_context
def doctor(context: click.Context, session: Session) -> None:
    """Look for what must not be, in the data of all tenants.

    Exit code 1 if there is anything.
    """
    with session.engine() as conn:
        found = database.call_engine(conn, "doctor")
    if session.as_json:
        print_json(found)
    else:
        for row in found:
            render.say(f"{row['subject']} {row['problem']} [{row['check_name']}]")
            render.say(f"  {_whose(row)}{row['remedy']}")
        render.say(f"findings: {len(found)}" if found else "nothing is wrong")
    if found:
        context.exit(_FOUND)


def _whose(row: database.Row) -> str:
    return f"tenant {row['tenant_id']}: " if row["tenant_id"] else ""
