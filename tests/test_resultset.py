"""What a query string becomes: the tree, the SQL, and that user text is in neither as SQL."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pgbooking.contract import Argument, Function
from pgbooking.errors import BookingError
from pgbooking.query_string import Condition, Group, Order, Wanted, narrow, parse, split
from pgbooking.resultset import statement

FUNCTION = Function(
    name="things",
    arguments=(Argument("p_first", "integer", None), Argument("p_last", "uuid[]", "null")),
    is_read_only=True,
    returns_set=True,
    return_type="record",
    columns=("n", 'odd"name'),
    comment="",
)


def sql_of(query: list[tuple[str, str]], names: tuple[str, ...] = ("p_first",)) -> tuple[str, Any]:
    made = statement(FUNCTION, '{"p_first": 1}', names, parse(query))
    return made.query.decode(), made.parameters


def condition(name: str, value: str) -> Condition | Group:
    (found,) = parse([(name, value)]).conditions
    return found


def test_arguments_are_told_from_what_is_wanted() -> None:
    query = [("p_a", "1"), ("n", "eq.1"), ("limit", "2"), ("p_b", "a.b"), ("or", "(n.eq.1)")]
    assert split(query) == (
        {"p_a": "1", "p_b": "a.b"},
        [("n", "eq.1"), ("limit", "2"), ("or", "(n.eq.1)")],
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("eq.1", Condition("n", "eq", "1")),
        ("eq.", Condition("n", "eq", "")),
        ('eq."a"', Condition("n", "eq", '"a"')),
        ("eq.a,b)", Condition("n", "eq", "a,b)")),
        ("not.like.a*", Condition("n", "like", "a*", True)),
        ("is.NULL", Condition("n", "is", "null")),
        ("in.()", Condition("n", "in", ())),
        ('in.(1,"a,b)","c\\"d\\\\")', Condition("n", "in", ("1", "a,b)", 'c"d\\'))),
    ],
)
def test_a_filter_is_read(value: str, expected: Condition) -> None:
    assert condition("n", value) == expected


def test_a_tree_of_conditions_is_read() -> None:
    assert condition("not.or", '(n.eq.1,and(n.gt.2,n.not.in.(3,4)),n.eq."a,b")') == Group(
        "or",
        (
            Condition("n", "eq", "1"),
            Group("and", (Condition("n", "gt", "2"), Condition("n", "in", ("3", "4"), True))),
            Condition("n", "eq", "a,b"),
        ),
        True,
    )


def test_selection_order_and_page_are_read() -> None:
    wanted = parse(
        [("select", 'm:n,"n"'), ("order", "n.desc.nullslast,n"), ("limit", "5"), ("offset", "2")]
    )
    assert wanted.columns == [("n", "m"), ("n", "n")]
    assert wanted.order == [Order("n", "desc", "last"), Order("n")]
    assert (wanted.limit, wanted.offset) == (5, 2)


@pytest.mark.parametrize(
    ("limit", "offset", "first", "last", "expected"),
    [
        (None, 0, 0, 4, (5, 0)), (None, 0, 3, None, (None, 3)), (7, 0, 0, 4, (5, 0)),
        (1, 1, 0, 4, (1, 1)), (None, 3, 1, 4, (2, 3)), (0, 0, 5, 8, (0, 0)),
        (None, 4, 0, 4, (1, 4)),
    ],
)  # fmt: skip
def test_a_range_narrows_a_page(
    limit: int | None, offset: int, first: int, last: int | None, expected: tuple[int, int]
) -> None:
    wanted = Wanted(limit=limit, offset=offset)
    narrow(wanted, first, last)
    assert (wanted.limit, wanted.offset) == expected


def test_a_range_that_cannot_be_is_refused() -> None:
    for wanted, first, last in (
        (Wanted(), 3, 1), (Wanted(limit=2), 2, 8), (Wanted(offset=5), 0, 4)
    ):  # fmt: skip
        with pytest.raises(BookingError, match="PGRST103"):
            narrow(wanted, first, last)


def test_the_statement_calls_the_function_with_what_was_given() -> None:
    query, parameters = sql_of([("n", "gt.3"), ("order", "n.desc"), ("limit", "2")])
    assert '"booking_v1"."things"("p_first" => given."p_first")' in query
    assert 'json_to_record(%s::json) as given ("p_first" integer)' in query
    assert 'where ("called"."n" > %s) order by "called"."n" desc' in query
    assert parameters == ['{"p_first": 1}', "3", "2", "0"]


def test_an_order_says_where_nulls_are() -> None:
    query, _ = sql_of([("order", "n.desc.nullslast,n.nullsfirst,n")])
    wanted = '"called"."n" desc nulls last, "called"."n" asc nulls first, "called"."n" asc '
    assert f"order by {wanted}" in query


@pytest.mark.parametrize("query", [("n", "foo.{}"), ("select", "({}"), ("order", "n.{}")])
def test_a_refusal_repeats_the_beginning_of_what_was_sent(query: tuple[str, str]) -> None:
    with pytest.raises(BookingError) as caught:
        parse([(query[0], query[1].format("x" * 5000))])
    assert "x" * 100 in caught.value.message
    assert len(caught.value.message) < 300


def test_nothing_given_is_a_call_without_arguments() -> None:
    query, parameters = sql_of([], ())
    assert '"things"() as called' in query
    assert parameters == [None, "0"]


def test_a_count_repeats_the_conditions() -> None:
    wanted = parse([("n", "in.(1,2)")])
    wanted.is_counted = True
    made = statement(FUNCTION, "{}", (), wanted)
    assert made.query.decode().count("%s") == len(made.parameters)
    assert list(made.parameters) == ['{"1","2"}', '{"1","2"}', None, "0"]


def test_a_column_that_is_not_there_is_refused() -> None:
    for query in (("select", "x"), ("order", "x"), ("x", "eq.1"), ("or", "(n.eq.1,x.eq.1)"),
                  ('"nx', "eq.1"), ('"n', "eq.1")):  # fmt: skip
        with pytest.raises(BookingError, match="42703"):
            sql_of([query])


def test_one_value_has_no_columns() -> None:
    scalar = replace(FUNCTION, columns=(FUNCTION.name,))
    with pytest.raises(BookingError, match="42703"):
        statement(scalar, "{}", (), parse([("select", FUNCTION.name)]))


def test_names_are_quoted() -> None:
    assert 'as "a b"' in sql_of([("select", "a b:n")])[0]
    assert '"called"."odd""name" asc' in sql_of([("order", '"odd\\"name"')])[0]


_NAMES = st.sampled_from(["n", "select", "order", "limit", "or", "not.and", "and", 'odd"name'])
_TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="()\",.:\\n *{}';-%eqinoadr", max_size=25),
    st.text(max_size=9).map("eq.{}".format),
    st.text(max_size=9).map("in.({})".format),
    st.text(max_size=9).map('(n.eq."{}")'.format),
)
_SKELETON = set(" ()*,=<>:%'[]._")


@settings(deadline=None)
@given(st.lists(st.tuples(_NAMES, _TEXTS), max_size=4))
def test_whatever_is_asked_is_answered_or_refused(query: list[tuple[str, str]]) -> None:
    try:
        made = statement(FUNCTION, "{}", (), parse(query))
    except BookingError as error:
        # one of two outcomes, so that pytest.raises, which PT017 asks for, would be wrong
        assert error.status in (400, 416)  # noqa: PT017
        return
    outside_names = made.query.decode().split('"')[::2]
    for character in "".join(outside_names):
        assert (character.isascii() and character.isalnum()) or character in _SKELETON
