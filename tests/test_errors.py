"""What callers are told of an error of the database, and what stays inside."""

from typing import Any, LiteralString

import psycopg
import pytest
from psycopg import sql

from pgbooking import database
from pgbooking.errors import BookingError, as_postgrest, from_psycopg

_RAISE: LiteralString = """
    do $do$ begin
        raise sqlstate {sqlstate} using message = {message}, detail = {detail}, hint = 'Choose.';
    end $do$
"""


@pytest.mark.parametrize(
    ("sqlstate", "status", "code"),
    [
        *(
            (sqlstate, 400, "invalid_argument")
            for sqlstate in (
                "22003", "22007", "22008", "22009", "22015", "22021", "22P02", "22P05",
                "54000", "54001",
            )
        ),
        ("25006", 503, "read_only"), ("42501", 403, "not_allowed"), ("42883", 404, "PGRST202"),
        ("57014", 503, "timeout"),
        *(
            (sqlstate, 503, "unavailable")
            for sqlstate in (
                "08006", "25P03", "25P04", "40001", "40P01", "53300", "55P03", "57P01",
            )
        ),
        *(
            (sqlstate, 500, "internal_error")
            for sqlstate in ("22012", "23505", "23P01", "42P01", "P0001", "XX000")
        ),
    ],
)  # fmt: skip
def test_an_error_of_postgresql_is_told_by_its_sqlstate(
    sqlstate: str, status: int, code: str
) -> None:
    found = from_psycopg(psycopg.errors.lookup(sqlstate)("somebody's secret"))
    assert (found.status, found.code) == (status, code)
    assert "secret" not in str(found.body())
    assert found.headers == ({"Retry-After": "1"} if status == 503 else {})


def test_a_state_that_is_no_status_after_all_is_internal() -> None:
    class Odd(psycopg.DatabaseError):
        sqlstate = "PTABC"

    for found in (from_psycopg(Odd()), as_postgrest(Odd(), is_anonymous=False)):
        assert (found.status, found.code) == (500, "internal_error")


def test_who_brings_no_token_is_asked_to_sign_in() -> None:
    found = from_psycopg(psycopg.errors.InsufficientPrivilege("x"), is_anonymous=True)
    assert (found.status, found.code) == (401, "not_authenticated")


def test_what_the_driver_refuses_to_send_is_the_callers_fault() -> None:
    found = from_psycopg(psycopg.DataError("a NUL byte"))
    assert (found.status, found.code) == (400, "invalid_argument")


def raised(dsn: str, sqlstate: str, message: str, detail: str) -> BookingError:
    statement = sql.SQL(_RAISE).format(sqlstate=sqlstate, message=message, detail=detail)
    with psycopg.connect(dsn) as connection, pytest.raises(psycopg.Error) as caught:
        connection.execute(statement)
    return from_psycopg(caught.value)


@pytest.mark.parametrize(
    ("detail", "message", "details"),
    [
        ('{"message": "Gone.", "id": 1}', "Gone.", {"id": 1}),
        ('{"id": 1}', "not found", {"id": 1}),
        ("{}", "not found", None), ("[1]", "not found", None), ("no JSON", "not found", None),
    ],
)  # fmt: skip
def test_an_error_of_the_engine_is_its_code_and_details_that_are_an_object(
    dsn: str, detail: str, message: str, details: Any
) -> None:
    found = raised(dsn, "PT404", "not_found", detail)
    assert found == BookingError(404, "not_found", message, details, "Choose.")


@pytest.mark.parametrize(
    ("message", "detail"),
    [
        ("no JSON", '{"status": 409}'), ("[1]", '{"status": 409}'), ("5", '{"status": 409}'),
        ('{"code": "x"}', '{"status": 409}'), ('{"message": "x"}', '{"status": 409}'),
        ('{"code": "x", "message": "x"}', "no JSON"), ('{"code": "x", "message": "x"}', "{}"),
        ('{"code": "x", "message": "x"}', "[]"),
        ('{"code": "x", "message": "x"}', '{"status": null}'),
        ('{"code": "x", "message": "x", "details": "no JSON"}', '{"status": 409}'),
        ('{"code": "x", "message": "x"}', '{"status": 409, "headers": 5}'),
    ],
)  # fmt: skip
def test_an_error_for_http_that_cannot_be_read_is_internal(
    dsn: str, message: str, detail: str
) -> None:
    found = raised(dsn, "PGRST", message, detail)
    assert (found.status, found.code) == (500, "internal_error")


def test_an_error_for_http_has_its_own_status_code_and_headers(dsn: str) -> None:
    found = raised(
        dsn, "PGRST", '{"code": "a", "message": "b", "hint": "c"}',
        '{"status": 429, "headers": {"Retry-After": 7}}',
    )  # fmt: skip
    assert found == BookingError(429, "a", "b", None, "c", {"Retry-After": "7"})


@pytest.mark.parametrize("length", ["0", "-1"])  # of values in PostgreSQL's context
@pytest.mark.parametrize(
    ("type_name", "value"),
    [("uuid", "$1"), ("uuid", 'a "$1"'), ("json", "{$1"), ("json", '{"a": "$1 \\u000g"}')],
)
def test_what_can_not_be_read_is_named(dsn: str, length: str, type_name: str, value: str) -> None:
    query = f"select %s::text, %s::{type_name}".encode()
    with psycopg.connect(dsn) as connection, connection.cursor() as cursor:
        database.set_local(cursor, {"log_parameter_max_length_on_error": length})
        with pytest.raises(BookingError) as caught:
            database.run(cursor, database.Statement(query, ["$2", value], ["p_a", "p_b"]))
    assert caught.value.details == {"argument": "p_b"}


def test_names_of_arguments_lose_their_prefix_where_fields_have_none() -> None:
    error = BookingError(400, "x", "p_from is after p_to, step_p_x p_", {"argument": "p_from"})
    assert error.in_fields().message == "from is after to, step_p_x p_"
    assert error.in_fields().details == {"argument": "from"}


@pytest.mark.parametrize("details", [None, {"id": 1}, "text"])
def test_words_that_may_be_the_callers_own_stay_as_they_are(details: Any) -> None:
    error = BookingError(404, "x", "Nobody is called p_from.", details)
    assert error.in_fields() == error
