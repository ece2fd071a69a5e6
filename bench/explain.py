"""`--explain`: the plan of every statement that runs inside a hot call."""

from collections.abc import Iterator, Sequence
from contextlib import closing

import psycopg

from bench import subject
from bench.measurement import Bench
from bench.prepared import Prepared

_SETTINGS = {
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_buffers": "on",
    "auto_explain.log_nested_statements": "on",
    "client_min_messages": "log",
}
_WARMING = 6  # from the sixth execution on, a prepared statement may have its lasting plan


def explain(bench: Bench, only: Sequence[str]) -> Iterator[str]:
    """Plans of the calls, each warm, as auto_explain tells them; innermost statements first."""
    monday, people = bench.monday, bench.people
    calls = {
        "slots": (subject.SHOP.slug, subject.SLOTS, subject.SHOP.slots(monday, 180)),
        "week": (subject.SHOP.slug, subject.SLOTS, subject.SHOP.slots(monday, 7)),
        "create": ("chain", subject.CREATE, subject.create(people, monday)),
        "common": ("office", subject.COMMON, subject.common(people, monday)),
    }
    for name, (slug, statement, parameters) in calls.items():
        if not only or name in only:
            yield f"\n######## {name}\n"
            yield from _plans(bench.conninfo, slug, statement, parameters)


def _plans(conninfo: str, slug: str, statement: str, parameters: list[str]) -> Iterator[str]:
    plans: list[str] = []
    with closing(psycopg.connect(conninfo)) as connection:  # rolled back: nothing is booked
        connection.add_notice_handler(lambda notice: plans.append(notice.message_primary or ""))
        connection.execute("load 'auto_explain'")
        connection.execute("select booking_v1.use_tenant(%s)", [slug])
        connection.execute("set role service_role")
        call = Prepared(connection, statement, parameters)
        for _ in range(_WARMING):
            connection.execute("savepoint before")
            call.milliseconds()
            connection.execute("rollback to before")
        connection.execute("reset role")
        for setting, value in _SETTINGS.items():
            connection.execute("select set_config(%s, %s, false)", [setting, value])
        connection.execute("set role service_role")
        plans.clear()
        call.milliseconds()
    yield from plans
