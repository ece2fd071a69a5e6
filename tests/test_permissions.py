"""The matrix of permissions, cell by cell; and what a tenant learns of another: nothing.

The cells are those of sql/reference/permissions.sql, which booking.md shows.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from pgbooking import contract, database
from tests.two_tenants import (
    CUSTOMER_EXAMPLES,
    EXAMPLES,
    UUID,
    Arguments,
    Caller,
    Example,
    World,
    caller,
    state,
)
from tools import docs

MATRIX = docs.permissions(Path(__file__).parents[1] / "sql")
# staff twice: policy staff_sees_all_bookings is true (the default), and false
COLUMNS = ("visitor", "customer", "staff", "staff, own bookings", "admin", "owner", "service")
TARGETS = ("own", "other", "foreign")
CELLS = [
    (function, column, target) for function in MATRIX for column in COLUMNS for target in TARGETS
]  # fmt: skip
# they name no record, so that there is nothing that could not be found
NO_RECORDS = (
    *("calendar", "check_request", "dismiss_deliveries", "feed", "feed_position", "get_caller"),
    *("import_opening_hours", "openapi", "preview_message", "requeue_deliveries", "use_tenant"),
)
# secrets of webhooks, whose beginning can look like the other; a hyphen may begin or end that
_TOKEN = re.compile(r"whsec_[\w+/]{43}=|(?<![\w-])[\w-]{43}(?![\w-])")
_TAKES_TOKEN = "p_manage_token"


@pytest.fixture(scope="module")
def made(dsn: str) -> Iterator[World]:
    with database.connect(dsn) as connection:
        yield World(connection)


@pytest.fixture
def world(made: World) -> Iterator[World]:
    """The world; what a test does to it is undone."""
    with made.connection.transaction(force_rollback=True):
        yield made


def scope_of(function: str, column: str) -> str:
    scope: str = MATRIX[function][column.partition(",")[0]]
    if scope == "policy":
        return "own" if "," in column else "all"
    return scope


def example(function: str, role: str) -> Example:
    special = CUSTOMER_EXAMPLES if role == "customer" else {}
    return special.get(function, EXAMPLES[function])


def prepared(world: World, function: str, column: str, target: str) -> tuple[Caller, Arguments]:
    """Who calls, and with what: their own record, another person's, or another tenant's."""
    if "," in column:
        database.set_session(world.connection, {"booking.chosen_tenant": "alpha"})
        database.call(world.connection, "upsert_policy", p_policy_name="staff_sees_all_bookings",
                      p_value=False)  # fmt: skip
    role = column.partition(",")[0]
    home = "charlie" if function == "delete_tenant" else "alpha"
    arguments = example(function, role).arguments(records_of(world, function, target))
    if role == "visitor" and world.functions[function].argument(_TAKES_TOKEN):
        arguments[_TAKES_TOKEN] = world.records["alpha mine"].booking_token
    if role == "visitor" and function == "create_booking" and target == "own":
        del arguments["p_customer_id"]  # visitors are nobody known
    return caller(role, home), arguments


def records_of(world: World, function: str, target: str) -> SimpleNamespace:
    if function == "delete_tenant" and target != "foreign":
        return world.records["charlie"]
    return world.records[
        {"own": "alpha mine", "other": "alpha theirs", "foreign": "bravo mine"}[target]
    ]


def test_every_function_has_its_line_and_its_example(world: World) -> None:
    assert set(MATRIX) == set(world.functions)
    assert set(world.functions) - set(EXAMPLES) == set()


@pytest.mark.parametrize(
    ("function", "column", "target"), CELLS, ids=[" / ".join(cell) for cell in CELLS]
)
def test_a_cell_of_the_matrix(world: World, function: str, column: str, target: str) -> None:
    who, arguments = prepared(world, function, column, target)
    home = "charlie" if function == "delete_tenant" else "alpha"
    before = state(world.connection, home)
    answer = world.ask(who, function, arguments)
    scope = scope_of(function, column)
    assert answer.code in codes(function, column, target), answer.text
    assert not world.has_changed("bravo")
    if answer.code is not None:
        assert state(world.connection, home) == before
    elif target == "foreign":
        assert world.told_of_bravo(answer, arguments) == []
    elif scope == "all" or target == "own":
        shows = example(function, column).shows
        if shows:
            assert shows(records_of(world, function, target)) in answer.text
        else:
            assert state(world.connection, home) != before
    else:
        assert answer.text == ""


def codes(function: str, column: str, target: str) -> set[str | None]:
    """With which codes a cell may answer; None is success, or that nothing is found."""
    role = column.partition(",")[0]
    scope = scope_of(function, column)
    if scope == "none":
        granted = role != "visitor" and {MATRIX[function][r] for r in docs.ROLES[1:5]} != {"none"}
        return {"not_allowed"} if granted else {"42501"}
    if target == "own" or (target == "other" and scope == "all"):
        return {None}
    by_id: set[str | None] = {"not_found", "not_allowed"} if scope == "own" else {"not_found"}
    if function in ("delete_tenant", "upsert_tenant"):
        by_id = {"not_allowed"}
    reads = function.startswith(("get_", "list_", "find_")) or function in NO_RECORDS
    adds = function.startswith("upsert_") and EXAMPLES[function].shows is None
    return ({None} if reads or adds else set()) | by_id


# texts of bravo that an argument may name, and what nobody has
TEXTS = {
    "p_subject": ("bravo-staff", "nobody"),
    "p_email": ("bravo-guest@example.org", "nobody@example.org"),
    "p_customer_email": ("bravo-guest@example.org", "nobody@example.org"),
    "p_search": ("bravo", "nobody"),
    "p_idempotency_key": ("bravo staff booking", "a key that nobody used"),
    "p_manage_token": ("", "A" * 43),
}
NOWHERE = "6a1f5c1e-9d5f-4b0f-8f43-0d6d4f0f2c11"
GUESSERS = ("service", "admin", "customer", "visitor")


@pytest.mark.parametrize("role", GUESSERS)
@pytest.mark.parametrize("function", MATRIX)
def test_another_tenants_ids_tell_nothing(made: World, function: str, role: str) -> None:
    """Whatever is said to them, it is what is said to an id that exists nowhere."""
    differences = []
    for argument in made.functions[function].arguments:
        values, nothing = guesses(made, function, argument)
        if MATRIX[function][role] == "none":
            values = values[:1]
        expected = asked_with(made, function, role, argument.name, nothing) if values else None
        differences += [
            (argument.name, value, expected, found)
            for value in values
            if (found := asked_with(made, function, role, argument.name, value)) != expected
        ]
    assert differences == []


def guesses(made: World, function: str, argument: contract.Argument) -> tuple[list[str], str]:
    """What of bravo an argument may be, and what is nobody's."""
    bravo = vars(made.records["bravo mine"])
    if argument.type in ("uuid", "uuid[]"):
        return [value for value in bravo.values() if UUID.fullmatch(value)], NOWHERE
    if argument.name == "p_slug" and function == "use_tenant":
        return ["bravo"], "nobody"
    if argument.name == "p_token":
        return [bravo["unsubscribe_token"]], f"{NOWHERE.replace('-', '')}.email.all.{'A' * 43}"
    known, nothing = TEXTS.get(argument.name, (None, ""))
    return ([] if known is None else [known or bravo["booking_token"]]), nothing


def asked_with(
    made: World, function: str, role: str, argument: str, value: str
) -> tuple[str | None, str]:
    """Code and text of the answer, the value and new ids replaced. Nothing of bravo is in it."""
    with made.connection.transaction(force_rollback=True):
        who, arguments = prepared(made, function, role, "own")
        is_list = argument == "p_resource_ids"
        arguments[argument] = [value] if is_list else value
        answer = made.ask(who, function, arguments)
        assert made.told_of_bravo(answer, arguments) == [], answer
        assert not made.has_changed("bravo")
    known = set(UUID.findall(made.states["alpha"])) - {value}
    text = _TOKEN.sub("<token>", answer.text.replace(value, "<given>"))
    return answer.code, UUID.sub(lambda m: m[0] if m[0] in known else "<new>", text)
