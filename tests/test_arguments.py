"""How values from the outside are read by the declared type of an argument."""

from typing import Any

import pytest
from psycopg.types.json import Jsonb

from pgbooking.arguments import Text, bind, read
from pgbooking.contract import Argument, Function
from pgbooking.database import array_text
from pgbooking.errors import BookingError

INSTANT, DATE = "timestamp with time zone", "date"


def argument(kind: str) -> Argument:
    return Argument("p_x", kind, None)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(
            (INSTANT, value)
            for value in (
                "2026-04-02T10:00Z", "2026-04-02t10:00:00z", "2026-04-02 10:00:00.123456+02",
                "2026-04-02T10:00:00.1-02:30", "2026-04-02T10:00:00+0230",
            )
        ),
        *(
            ("interval", value)
            for value in ("45min", "45 minutes", "0:45", "PT45M", "0", 0, "0.0", "x", "", "1 day")
        ),
        ("interval[]", ["45min", None]), (DATE, "2026-04-02"),
        ("text", ""), ("integer", 5), ("boolean", False),
        ("uuid[]", []), ("text[]", ["a", None, 5]), ("text[]", "{a,b}"),
    ],
)  # fmt: skip
def test_what_the_type_takes_is_passed_on(kind: str, value: Any) -> None:
    assert read(argument(kind), value) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(
            (INSTANT, value)
            for value in (
                "2026-04-02", "2026-04-02T10:00", "2026-04-02T10Z", "2026-04-02T10:00:00,5Z",
                "2026-04-02T10:00:00.1234567Z", "2026-04-02T10:00:00.Z", "infinity", "now", "",
                "2026-04-02T10:00Z\n", "2026-04-02T10:00Z x", "2026-04-02T10:00+2",
                "\u0662\u0660\u0662\u0666-04-02T10:00Z", 1775116800, True,
            )
        ),
        *(
            (DATE, value)
            for value in ("2026-4-2", "20260402", "today", "2026-04-02\n", "2026-04-02T00:00Z", 5)
        ),
        *(("interval", value) for value in ("45", " 45 ", "+45", "-45", "0.5", "1.", 45, 1.5)),
        ("interval[]", ["45min", "45"]), ("interval[]", [45]),
        ("text", []), ("text", {}), ("text[]", {}), ("text[]", [["a"]]), ("text[]", [{}]),
    ],
)  # fmt: skip
def test_what_the_type_would_only_guess_at_is_refused(kind: str, value: Any) -> None:
    with pytest.raises(BookingError) as caught:
        read(argument(kind), value)
    assert (caught.value.status, caught.value.code) == (400, "invalid_argument")
    assert caught.value.details == {"argument": "p_x"}


@pytest.mark.parametrize("kind", [INSTANT, DATE, "text", "jsonb", "uuid[]"])
def test_null_is_null(kind: str) -> None:
    assert read(argument(kind), None) is None


@pytest.mark.parametrize("kind", ["json", "jsonb"])
def test_json_is_any_value_and_in_a_url_its_notation(kind: str) -> None:
    for value in ({"a": [1]}, ["a"], "text", 5):
        found = read(argument(kind), value)
        assert isinstance(found, Jsonb)
        assert found.obj == value
    assert read(argument(kind), Text('{"a": 1}')) == '{"a": 1}'


def test_a_call_has_what_is_required_and_nothing_unknown() -> None:
    arguments = (Argument("p_a", "text", None), Argument("p_b", "text", "null"))
    function = Function("f", arguments, True, False, "text", ("f",), "")
    assert bind(function, {"p_b": "2", "p_a": "1"}) == {"p_a": "1", "p_b": "2"}
    for given in ({"p_b": "2"}, {"p_a": "1", "p_c": "3"}):
        with pytest.raises(BookingError, match="PGRST202") as caught:
            bind(function, given)
        assert "f(p_a, p_b)" in str(caught.value.hint)


def test_an_array_is_written_so_that_nothing_in_it_is_notation() -> None:
    assert array_text(['a"b', "c\\d", "", "null", None, True, 1.5]) == (
        r'{"a\"b","c\\d","","null",null,"true","1.5"}'
    )
