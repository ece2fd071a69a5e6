"""Requests to `/rpc`, as data: what PostgREST answers, Flask answers, too.

Both servers get every request; status, body and the headers that matter must be the same, and the
status (and the code of an error) the one written here. `only_code`: the words of the error are each
server's own. `flask` and `why`: where Flask deliberately answers otherwise.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.contract_tokens import AUTHORIZATIONS

CUT = "5a100000-0000-4000-8000-0000000000a1"
MIA = "5a100000-0000-4000-8000-0000000000b1"
NOWHERE = "00000000-0000-4000-8000-000000000000"
CALENDAR = "WhAAAAAAQACAAAAAAAAAAcjJysvMzc7P0NHS09TV1tfY2drb3N3e3-Dh4uPk5ebn"
NOW = "2026-04-01T06:00:00Z"  # a Wednesday; what booking.now() is for both servers
OBJECT = "application/vnd.pgrst.object+json"


@dataclass(frozen=True)
class Case:
    """A request and its answer. flask: status and code, where they differ from PostgREST's.

    headers: a Content-Type of None is none; otherwise a body is JSON.
    """

    name: str
    method: str
    path: str
    status: int = 200
    code: str | None = None
    body: Any = None
    headers: dict[str, str | None] = field(default_factory=dict)
    token: str | None = None
    only_code: bool = False
    flask: tuple[int, str | None] | None = None
    why: str = ""


def _get(name: str, path: str, status: int = 200, code: str | None = None, **more: Any) -> Case:
    return Case(name, "GET", path, status, code, **more)


def _post(
    name: str, function: str, body: Any = None, status: int = 200, code: str | None = None,
    **more: Any,
) -> Case:  # fmt: skip
    return Case(name, "POST", f"/rpc/{function}", status, code, body, **more)


def _numbers(query: str, status: int = 200, code: str | None = None, **more: Any) -> Case:
    name = more.pop("name", f"numbers: {query} {more.get('headers', '')}".strip())
    return Case(name, "GET", f"/rpc/numbers?p_last=9&{query}", status, code, **more)


def _tree(depth: int) -> str:
    return f"or={'(or' * depth}(n.eq.1){')' * depth}"


def _echo(value: str, query: str, status: int = 200, code: str | None = None, **more: Any) -> Case:
    path = f"/rpc/echo?select=body&p_text={value}&{query}"
    return Case(f"echo {value}: {query}", "GET", path, status, code, **more)


def _with(header: str, value: str, query: str = "limit=2", **more: Any) -> Case:
    return _numbers(query, headers={header: value}, name=f"{header}: {value} ({query})", **more)


_CALLS = [
    _get("GET, one argument", "/rpc/add?p_a=2"),
    _get("GET, two arguments", "/rpc/add?p_a=2&p_b=5"),
    _get("GET, a trailing ampersand", "/rpc/add?p_a=2&"),
    _get("GET, a plus is a space", "/rpc/echo?p_text=a+b"),
    _get("GET, text that is like SQL", "/rpc/echo?p_text='%3B%20drop%20schema%20booking%3B--"),
    _get("GET, every type", "/rpc/echo?p_at=2026-04-02T10:00:00%2B02:00&p_flag=true&p_count=7"
         "&p_day=2026-04-02&p_price=12.10&p_ids={}"),
    _get("GET, JSON arrives as text", "/rpc/echo?p_data={%22a%22:1}"),
    _get("GET, an empty value", "/rpc/echo?p_text="),
    _get("GET, a set of values", "/rpc/words"),
    _get("GET, JSON", "/rpc/claims"),
    _get("GET, a calendar", f"/rpc/calendar?p_token={CALENDAR}",
         headers={"Accept": "text/calendar"}),
    _get("GET, a calendar, which alone there is", f"/rpc/calendar?p_token={CALENDAR}",
         headers={"Accept": "application/json;q=0.5, text/calendar"}),
    *(
        _get(f"GET, a calendar for who accepts {accepted}", f"/rpc/calendar?p_token={CALENDAR}",
             headers={"Accept": accepted})
        for accepted in ("*/*", "application/json", "text/html, */*;q=0.8", "image/png", None)
    ),
    _post("POST, a calendar", "calendar", {"p_token": CALENDAR},
          headers={"Accept": "text/calendar"}),
    *(
        _get(f"GET, a calendar passed over: {query}", f"/rpc/calendar?p_token={CALENDAR}&{query}",
             status, code, only_code=True)
        for query, status, code in (("limit=0", 200, None), ("offset=1", 416, "PGRST103"))
    ),
    _get("GET, no calendar", "/rpc/calendar?p_token=x", 404, "not_found",
         headers={"Accept": "text/calendar"}),
    _get("GET, numbers as a calendar", "/rpc/numbers?p_last=9", 415, "PGRST107", only_code=True,
         headers={"Accept": "text/calendar"}),
    _get("GET, void", "/rpc/nothing", 204),
    Case("HEAD", "HEAD", "/rpc/numbers?p_last=3"),
    Case("HEAD, counted", "HEAD", "/rpc/numbers?p_last=3&limit=1", 206,
         headers={"Prefer": "count=exact"}),
    Case("HEAD, unknown function", "HEAD", "/rpc/no_such", 404),
    _post("POST", "add", {"p_a": 2}),
    _post("POST, no body", "claims"),
    _post("POST, empty object", "claims", {}),
    _post("POST, null is null", "add", {"p_a": None}),
    _post("POST, every type", "echo", {
        "p_text": 'O\'Hara \\ "x" \u00e9 \u2028 {1,2}', "p_at": "2026-04-02T10:00:00+02:00",
        "p_ids": [CUT, MIA], "p_data": {"a": [1, None, "x"]}, "p_count": 3, "p_flag": False,
        "p_day": "2026-04-02", "p_price": 12.1}),
    _post("POST, an array as text", "echo", {"p_ids": f"{{{CUT}}}"}),
    _post("POST, an empty array", "echo", {"p_ids": []}),
    _post("POST, a number as text", "echo", {"p_count": "5"}),
    _post("POST, a number for text", "echo", {"p_text": 5.50}),
    _post("POST, an object for text", "echo", {"p_text": {"a": 1}}),
    _post("POST, text for JSON", "echo", {"p_data": "text"}),
    _post("POST, a list for JSON", "echo", {"p_data": ["a list", 5]}),
    _post("POST, a date for an instant", "echo", {"p_at": "2026-04-02"}),
    _post("POST, many digits", "echo", '{"p_price": 123456789012345678.901234567890}'),
    _post("POST, the same name twice", "echo", '{"p_count": 1, "p_count": 2}'),
    _post("POST, with charset", "add", '{"p_a": 2}',
          headers={"Content-Type": "application/json; charset=utf-8"}),
    _post("POST, a set, selected and paged", "numbers?n=gt.1&order=n.desc&limit=2&select=n",
          {"p_last": 5}),
    _post("POST, Range counts for GET only", "numbers", {"p_last": 3}, headers={"Range": "0-0"}),
    _post("POST, void", "nothing", {}, 204),
    _post("POST to a stable function reads only", "claims", {}),
    _post("POST writes", "write_note", {"p_body": "x"}),
    _post("POST writes, one object", "write_note", {"p_body": "x"}, headers={"Accept": OBJECT}),
    _get("GET may not write", "/rpc/write_note?p_body=x", 405, "25006"),
    Case("HEAD may not write", "HEAD", "/rpc/write_note?p_body=x", 405),
    _post("a status and headers of the function's own", "teapot", {}, 418),
    _get("a status of its own, GET", "/rpc/teapot?p_status=429", 429),
    _post("a status of its own does not stay", "add", {"p_a": 1}),
    _post("the function sees path and method", "claims", {}, headers={"X-Tenant": "salon"}),
]  # fmt: skip

_REFUSED_CALLS = [
    _get("unknown function", "/rpc/no_such", 404, "PGRST202", only_code=True),
    _get("unknown function, one argument", "/rpc/no_such?x=1", 404, "PGRST202", only_code=True),
    _post("unknown function, POST", "no_such", {"a": 1}, 404, "PGRST202", only_code=True),
    _get("a function of PostgreSQL", "/rpc/pg_sleep?p=1", 404, "PGRST202", only_code=True),
    _get("a private function", "/rpc/admit", 404, "PGRST202", only_code=True),
    _get("odd names", "/rpc/a%00b", 404, "PGRST202", only_code=True),
    _get("invalid UTF-8 in the path", "/rpc/%ff", 404, "PGRST202", only_code=True),
    _get("unknown argument", "/rpc/add?p_a=1&p_c=3", 404, "PGRST202"),
    _get("unknown argument, and no other", "/rpc/add?p_c=3", 404, "PGRST202"),
    _get("unknown argument of another case", "/rpc/add?P_A=1", 404, "PGRST202", only_code=True),
    _post("unknown argument, POST", "add", {"p_a": 1, "p_c": 2}, 404, "PGRST202", only_code=True),
    _get("missing argument", "/rpc/add", 404, "PGRST202", only_code=True),
    _post("missing argument, POST", "add", {}, 404, "PGRST202", only_code=True),
    _post("missing argument, others given", "add", {"p_b": 1}, 404, "PGRST202", only_code=True),
    _get("a result's column is no argument", "/rpc/numbers?p_last=1&n=3", 404, "PGRST202"),
    _post("POST takes no arguments from the query", "add?p_b=9", {"p_a": 1}, 400, "PGRST100",
          only_code=True),
    *[
        Case(f"{method} is not allowed", method, "/rpc/add", 405, "PGRST101")
        for method in ("PUT", "PATCH", "DELETE")
    ],
    _post("a function that raises", "refuse", {}, 409, "slot_taken"),
    _post("a function that raises PT409", "raise_plainly", {}, 409, "PT409"),
    _post("one JSON object as the argument", "add", {"p_a": 1}, 404, "PGRST202",
          headers={"Prefer": "params=single-object"}),
    _post("one JSON object as the argument, strictly", "add", {"p_a": 1}, 404, "PGRST202",
          headers={"Prefer": "params=single-object, handling=strict"}),
    _get("argument given twice", "/rpc/add?p_a=1&p_a=2", flask=(400, "PGRST100"),
         why="PostgREST takes the last one"),
    _post("an unexpected error", "crash", {"p_secret": "x"}, 400, "P0001",
          flask=(500, "internal_error"), why="PostgREST shows whatever a function raises"),
    *[
        _post(f"an unexpected error: {sqlstate}", "fail", {"p_sqlstate": sqlstate}, status,
              sqlstate, flask=(500, "internal_error"),
              why="PostgREST shows whatever a function raises")
        for sqlstate, status in (("23P01", 400), ("23505", 409), ("P0002", 500), ("XX000", 500))
    ],
    _post("a name within that is unknown", "fail", {"p_sqlstate": "42703"}, 400, "42703"),
    _post("nothing, in a status of the function's own", "accept", {}, 202),
    *[
        _post(f"no time, no connections: {sqlstate}", "fail", {"p_sqlstate": sqlstate}, status,
              sqlstate, flask=(503, code), why="it may be tried again")
        for sqlstate, status, code in (("57014", 500, "timeout"), ("53300", 503, "unavailable"))
    ],
    Case("OPTIONS", "OPTIONS", "/rpc/claims"),
]  # fmt: skip

_TYPES = [
    *[
        _post(f"wrong type: {argument} = {value!r}", "echo", {argument: value}, 400, code)
        for argument, value, code in [
            ("p_count", "three", "22P02"), ("p_count", 1.5, "22P02"), ("p_count", True, "22P02"),
            ("p_count", [1], "22P02"), ("p_count", {"a": 1}, "22P02"), ("p_count", "", "22P02"),
            ("p_count", 2**40, "22003"), ("p_flag", "perhaps", "22P02"), ("p_flag", 2, "22P02"),
            ("p_at", "soon", "22007"), ("p_at", "2026-13-02T10:00Z", "22008"),
            ("p_at", "2026-02-30T10:00Z", "22008"), ("p_at", "2026-04-02T25:00Z", "22008"),
            ("p_at", "", "22007"), ("p_at", 1775116800, "22008"), ("p_day", "2026-02-30", "22008"),
            ("p_ids", "x", "22P02"), ("p_ids", ["x"], "22P02"), ("p_ids", [["x"]], "22P02"),
            ("p_ids", {"a": 1}, "22P02"), ("p_ids", 5, "22P02"), ("p_price", "1,5", "22P02"),
            ("p_price", "x", "22P02"),
        ]
    ],
    _get("wrong type, GET", "/rpc/add?p_a=x", 400, "22P02"),
    _get("wrong uuid", "/rpc/slot_calendar?p_service_id=x&p_from=2026-04-02&p_to=2026-04-03",
         400, "22P02"),
    _post("NUL", "echo", '{"p_text": "a\\u0000b"}', 400, "22P05"),
    _get("NUL, GET", "/rpc/echo?p_text=a%00b", 400, "22P05"),
    _post("NUL in JSON", "echo", '{"p_data": "\\u0000"}', 400, "22P05"),
    _post("half a surrogate pair", "echo", '{"p_text": "\\ud800"}', 400, "PGRST102"),
    _post("a large number", "add", '{"p_a": 1e999}', 400, "22P02",
          flask=(400, "PGRST102"), why="refused while the body is read"),
]  # fmt: skip

_BODIES = [
    *[
        _post(f"no JSON: {text[:10]!r}", "add", text, 400, "PGRST102")
        for text in ("{", "{]", '{"p_a": NaN}', '{"p_a": 1} x', "'a'", "{'p_a': 1}", b"\xff\xfe",
                     " ")
    ],
    _post("an array without objects", "add", "[1]", 400, "PGRST102", only_code=True),
    _post("an array of objects", "add", '[{"p_a": 1}, {"p_a": 2}]',
          flask=(400, "PGRST102"), why="PostgREST takes the first"),
    _post("a JSON value", "claims", "5", flask=(400, "PGRST102"), why="PostgREST ignores it"),
    _post("null", "claims", "null", flask=(400, "PGRST102"), why="PostgREST ignores it"),
    _post("another media type", "add", "<a/>", 400, "PGRST102", only_code=True,
          headers={"Content-Type": "application/xml"}),
    _post("a media type that is empty", "add", '{"p_a": 1}', 400, "PGRST102", only_code=True,
          headers={"Content-Type": ""}),
    _post("a form", "add", "p_a=1", headers={"Content-Type": "application/x-www-form-urlencoded"},
          flask=(400, "PGRST102"), why="a foreign web page could send it"),
    _post("no media type", "add", '{"p_a": 1}', headers={"Content-Type": None},
          flask=(400, "PGRST102"), why="a foreign web page could send it"),
    _post("plain text", "add", '{"p_a": 1}', 404, "PGRST202",
          headers={"Content-Type": "text/plain"}, flask=(400, "PGRST102"),
          why="PostgREST looks for a function of one text"),
    _post("CSV", "numbers", "p_last\n2", headers={"Content-Type": "text/csv"},
          flask=(400, "PGRST102"), why="arguments are JSON"),
]  # fmt: skip

_PAGING = [
    *[
        _numbers(query)
        for query in (
            "limit=2", "limit=2&offset=1", "offset=8", "offset=9", "offset=20", "limit=0",
            "order=n.desc&limit=2", "order=n", "order=n.asc&limit=1", "order=n.desc.nullslast",
            "order=half.asc.nullsfirst,n&limit=1", "order=n.nullslast&limit=1", "order=%20n",
            "order=%22n%22.desc&limit=1", "limit=3&order=half.desc,n.asc&offset=2",
        )
    ],
    _get("a set of values, paged", "/rpc/words?limit=1&offset=1"),
    _numbers("order=secret", 400, "42703", only_code=True),
    _numbers("order=", 400, "PGRST100", only_code=True),
    _numbers("order=n.up", 400, "PGRST100", only_code=True),
    _numbers("order=n.DESC", 400, "PGRST100", only_code=True),
    _numbers("order=n.desc.nulls", 400, "PGRST100", only_code=True),
    _numbers("order=n.asc.desc", 400, "PGRST100", only_code=True),
    _numbers("order=n.", 400, "PGRST100", only_code=True),
    _numbers("order=.n", 400, "PGRST100", only_code=True),
    _numbers("order=n,", 400, "PGRST100", only_code=True),
    _numbers("order=n.desc%20,half", 400, "PGRST100", only_code=True),
    _numbers("limit=-1", 416, "PGRST103"),
    _numbers("limit=0&offset=1", 416, "PGRST103"),
    _numbers("limit=99999999999999999999", 400, "22003"),
    *[
        _numbers(query, flask=(400, "PGRST100"), why="PostgREST ignores what it can't read")
        for query in ("limit=x", "limit=-x", "limit=", "limit=1e3", "offset=x", "offset=-1",
                      "offset=%00", "order=n;drop")
    ],
    *[
        _numbers(query, flask=(400, "PGRST100"), why="PostgREST takes one of them")
        for query in ("limit=1&limit=2", "offset=1&offset=2", "order=n&order=half",
                      "select=n&select=half")
    ],
    _numbers("columns=n", flask=(400, "PGRST100"), why="without meaning for functions"),
    _numbers("on_conflict=n", flask=(400, "PGRST100"), why="without meaning for functions"),
    _get("order of a value", "/rpc/words?order=words", 400, "42703", only_code=True),
    _get("filter of a value", "/rpc/words?words=eq.a", 400, "42703", only_code=True),
    _get("column of a value", "/rpc/claims?select=role", 400, "42703", only_code=True),
    _get("all of a value", "/rpc/add?p_a=1&select=*"),
    _get("limit of one value", "/rpc/add?p_a=1&limit=0"),
    _get("one value passed over", "/rpc/add?p_a=1&offset=1"),
]  # fmt: skip

_RANGES = [
    *[
        _with("Range", text, "order=n")
        for text in ("0-1", "2-3", "2-", "8-20", "9-20", "20-30", "0-0", "-2", "x", "items=0-1")
    ],
    _with("Range", "3-1", "order=n", status=416, code="PGRST103"),
    _with("Range", "0-4", "limit=1&offset=1"),
    _with("Range", "0-4", "limit=7"),
    _with("Range", "1-4", "offset=3"),
    _with("Range", "0-", "limit=1"),
    _with("Range", "5-8", "limit=2", status=416, code="PGRST103"),
    _with("Range", "2-", "limit=2", status=416, code="PGRST103"),
    _with("Range", "0-4", "offset=5", status=416, code="PGRST103"),
    _with("Range", "3-1", "limit=0"),
    _with("Range", "1000000000000000000-", "order=n"),
    _with("Range", "99999999999999999999-", "order=n", status=400, code="22003"),
    Case("HEAD, Range counts for GET only", "HEAD", "/rpc/numbers?p_last=9",
         headers={"Range": "0-1"}),
    _get("Range-Unit", "/rpc/numbers?p_last=9", headers={"Range": "0-1", "Range-Unit": "items"}),
    _with("Prefer", "count=exact", status=206),
    _with("Prefer", "count=exact", "order=n"),
    _with("Prefer", "count=exact", "n=gt.5&limit=1", status=206),
    _with("Prefer", "count=exact", "n=gt.20"),
    _with("Prefer", "count=exact", "offset=9", status=206),
    _with("Prefer", "count=exact", "limit=0", status=206),
    _with("Prefer", "count=exact", "limit=2&offset=20", status=416, code="PGRST103"),
    _with("Prefer", "count=exact", "n=gt.20&offset=1", status=416, code="PGRST103"),
    _get("count of one value", "/rpc/add?p_a=1", headers={"Prefer": "count=exact"}),
    _get("one value passed over, counted", "/rpc/add?p_a=1&offset=2", 416, "PGRST103",
         headers={"Prefer": "count=exact"}),
    _post("count of a command", "write_note", {"p_body": "x"}, headers={"Prefer": "count=exact"}),
    _get("Range and count", "/rpc/numbers?p_last=9", 206,
         headers={"Range": "2-3", "Prefer": "count=exact"}),
]  # fmt: skip

_PREFERENCES = [
    _with("Prefer", "count=planned"),
    _with("Prefer", "count=estimated", status=206),
    _with("Prefer", "count=other"),
    _with("Prefer", "count = exact"),
    _with("Prefer", "count=exact,count=planned", status=206),
    _with("Prefer", "handling=strict, count=exact", status=206),
    _with("Prefer", "handling=lenient, foo=bar"),
    _with("Prefer", "handling=strict, foo=bar, other", status=400, code="PGRST122"),
    _with("Prefer", "handling=strict,", status=400, code="PGRST122"),
    _with("Prefer", "handling=lenient, handling=strict, foo"),
    _with("Prefer", "handling=strict, missing=default, resolution=merge-duplicates,"
          "return=headers-only, tx=commit, count=planned"),
    _with("Prefer", "handling=strict, missing=null, resolution=ignore-duplicates,"
          "return=minimal, return=representation, tx=rollback, handling=lenient"),
    _with("Prefer", "handling=strict, timezone=Foo", status=400, code="PGRST122"),
    _with("Prefer", "handling=strict, tx=rollback"),
    _with("Prefer", "return=minimal"),
    _with("Prefer", "return=representation"),
    _with("Prefer", "respond-async"),
    _with("Prefer", "timezone=Foo"),
    _with("Prefer", "timezone=localtime"),  # Python knows it, PostgreSQL not always
    _get("Prefer: all that is told back", "/rpc/echo?p_at=2026-04-02T10:00:00Z",
         headers={"Prefer": "timezone=Europe/Berlin, handling=strict, count=exact"}),
    _get("Prefer: timezone", "/rpc/echo?p_at=2026-04-02T10:00:00Z",
         headers={"Prefer": "timezone=Europe/Berlin"}),
    _get("a time zone does not stay", "/rpc/echo?p_at=2026-04-02T10:00:00Z"),
]  # fmt: skip

_FILTERS = [
    *[
        _numbers(query)
        for query in (
            "n=eq.3", "n=neq.3", "n=gt.7", "n=gte.8", "n=lt.2", "n=lte.2", "n=in.(1,3)", "n=in.()",
            "n=in.(%201%20,2)", "n=is.null", "n=is.NULL", "n=not.is.null", "n=not.eq.3",
            "n=not.in.(1,2,3,4,5,6,7)", "n=isdistinct.3", "n=gt.3&n=lt.5", "half=eq.1.5",
            "or=(n.eq.1,n.eq.9)", "and=(n.gt.1,n.lt.3)", "not.or=(n.lt.8,n.eq.9)",
            "not.and=(n.gt.1)", "or=(n.eq.1,and(n.gt.7,n.lt.9))",
            "or=(n.eq.1,not.and(n.lt.9,n.gt.1))",
            "or=(n.eq.1,n.not.gt.2)", "or=(n.in.(1,2),n.eq.9)", "or=(%20n.eq.1%20,%20n.eq.2%20)",
            "or=(n.eq.%221%22,n.eq.3)", "or=(n.is.null,n.eq.4)", "n=eq.1&or=(n.eq.1,n.eq.2)",
            "and=(n.gt.1)&and=(n.lt.3)", "and=(or(n.eq.1,n.eq.2),n.gt.1)", _tree(50),
            "and=(n.lt.4,%20not.or(n.eq.1,n.eq.2))", "or=(%22n%22.eq.1)", "n=is.null%20",
            "%22n%22=eq.1", "%20n%20=eq.1", "n=in.(1,2)%20", "or=%20(n.eq.1)%20",
        )
    ],
    *[
        _echo(value, query)
        for value, query in (
            ("Hello", "body=like.H*"), ("Hello", "body=like.h*"), ("Hello", "body=ilike.h*o"),
            ("Hello", "body=like.H%25"), ("Hello", "body=like.H_llo"),
            ("Hello", "body=not.ilike.h*"), ("Hello", "body=eq.Hello"), ("Hello", "body=eq.hello"),
            ("Hello", "body=eq.%22Hello%22"), ("Hello", "body=in.(Hello,x)"),
            ("a,b", "body=in.(%22a,b%22,c)"), ("a%22b", "body=in.(%22a%5C%22b%22)"),
            ("a%5Cb", "body=in.(%22a%5C%5Cb%22)"), ("a%20b", "body=in.(a%20b)"),
            ("a%22b", "body=in.(a%22b,c)"), ("%22a", "body=in.(%22a)"), ("a", "body=in.(%22a%22b)"),
            ("a%22b", "or=(body.eq.a%22b,body.eq.c)"), ("{a", "body=in.({a,b})"),
            ("%22a%22b", "or=(body.in.(%22a%22b,c),body.eq.%22)"),
            ("a", "body=in.(%20a,b)"), ("a", "body=in.(b,%20a)"), ("a%20", "body=in.(b,a%20)"),
            ("a", "or=(body.in.(%20%22a%22,%20b)%20,body.eq.b)"),
            ("", "body=in.(%22%22)"), ("", "body=eq."), ("a*b", "body=eq.a*b"),
            ("a)b", "or=(body.eq.%22a)b%22)"), ("a,b", "or=(body.eq.%22a,b%22,body.eq.c)"),
            ("a.b", "or=(body.eq.a.b)"), ("a%22b", "body=eq.a%22b"), ("null", "body=eq.null"),
            ("null", "body=in.(null)"), ("a:b", "body=eq.a:b"), ("x'y", "body=eq.x'y"),
            ("a%25sb", "body=eq.a%25sb"), ("%7B1%7D", "body=in.(%7B1%7D)"),
            ("a%0Ab", "body=eq.a%0Ab"),
        )
    ],
    _get("filter an instant", "/rpc/echo?select=at&p_at=2026-04-02T10:00:00Z"
         "&at=eq.2026-04-02T12:00:00%2B02:00"),
    _get("filter a truth", "/rpc/echo?select=flag&p_flag=true&flag=is.true"),
    _get("filter a falsehood", "/rpc/echo?select=flag&p_flag=true&flag=is.false"),
    _get("filter the unknown", "/rpc/echo?select=flag&flag=is.unknown"),
    _get("filter an array", f"/rpc/echo?select=ids&p_ids={{{CUT},{MIA}}}&ids=cs.{{{MIA}}}"),
    _get("filter an array, contained",
         f"/rpc/echo?select=ids&p_ids={{{CUT}}}&ids=cd.{{{MIA},{CUT}}}"),
    _get("filter an array, overlap", f"/rpc/echo?select=ids&p_ids={{{CUT}}}&ids=ov.{{{CUT}}}"),
    _get("an array in a tree",
         f"/rpc/echo?select=ids&p_ids={{{CUT},{MIA}}}&or=(ids.cs.{{{MIA},{CUT}}})"),
    _get("filter JSON", "/rpc/echo?select=data&p_data=1&data=eq.1"),
    _numbers("n=in.(x)", 400, "22P02"),
    _numbers("n=in.(1,)", 400, "22P02"),
    _numbers("n=eq.x", 400, "22P02"),
    _numbers("n=eq.", 400, "22P02"),
    _numbers("n=is.true", 400, "42804"),
    _numbers("n=like.1*", 404, "42883"),
    _numbers("n=cs.{1}", 404, "42883"),
    _numbers("n=cd.{1}", 400, "42725"),
    _get("arrays in a list", "/rpc/echo?ids=in.({},{})", 400, "42704"),
    _numbers("secret=eq.1", 400, "42703", only_code=True),
    _numbers("or=(secret.eq.1)", 400, "42703", only_code=True),
    _numbers("n=foo.1", 404, "PGRST202"),
    _numbers("n=EQ.1", 404, "PGRST202"),
    *[
        _numbers(query, 400, "PGRST100", only_code=True)
        for query in (
            "n=is.foo", "n=is.%20null", "n=is.not_null", "n=not.foo", "n=not.not.eq.1",
            "n=in.(1,2", "n=in.1", "or=()", "or=(n.eq.1", "or=(n.foo.1)",
            "or=(n.eq.1,not.n.gt.2)", "or=(n)", "or=(,)",
        )
    ],
    _get("an argument that is like a filter", "/rpc/echo?p_text=eq.5", 400, "42703",
         only_code=True),
    _get("an argument that is like no filter", "/rpc/echo?p_text=a.b"),
    *[
        _numbers(query, flask=(400, "PGRST100"), why="only the common operators")
        for query in ("n=eq(any).{1,2}", "or=(n.eq.1)x")
    ],
    _numbers(_tree(51), flask=(400, "PGRST100"), why="trees are 50 deep at most"),
    _numbers("or=n.eq.1", 400, "42703", flask=(400, "PGRST100"), why="PostgREST misreads it"),
    *[
        _numbers(f"half={operator}.x", 404, "42883", flask=(400, "PGRST100"),
                 why="only the common operators")
        for operator in ("match", "imatch", "fts", "plfts", "phfts", "wfts", "fts(english)",
                         "sl", "sr", "nxr", "nxl", "adj")
    ],
    _echo("Hello", "body=match.%5EH", flask=(400, "PGRST100"), why="only the common operators"),
    _echo("Hello", "body=like(any).{H*,x}", flask=(400, "PGRST100"),
          why="only the common operators"),
    _numbers("x.y=eq.1", 400, "PGRST108", flask=(400, "42703"), why="nothing can be embedded"),
]  # fmt: skip

_SELECTIONS = [
    *[
        _numbers(f"{query}&limit=2")
        for query in (
            "select=n", "select=half,n", "select=m:n", "select=*", "select=n,half:n", "select=n,n",
            "select=%20n", "select=%22n%22", "select=m:n,m:half", "select=a%20b:n", "select=m-x:n",
            "select=$m:n", "select=%22m%22:n", "select=%20*",
            "select=%22%25s%22:n", "select=%22100%25%22:n,half", "select=%22a,%20b:c%22:n,half",
            "select=m:n&order=n.desc", "select=m:n&n=gt.3", "select=n&n=gt.3&order=n.desc",
        )
    ],
    _numbers("select=secret", 400, "42703", only_code=True),
    _numbers("select=n&order=half", 400, "42703", only_code=True),
    _numbers("select=n&half=gt.1", 400, "42703", only_code=True),
    _numbers("select=m:n&order=m", 400, "42703", only_code=True),
    _numbers("select=m:n:x", 400, "PGRST100", only_code=True),
    _numbers("select=%20", 400, "PGRST100", only_code=True),
    _numbers("select=m:", 400, "PGRST100", only_code=True),
    _numbers("select=a:*", 400, "PGRST100", only_code=True),
    _numbers("select=n,", 400, "PGRST100", only_code=True),
    _numbers("select=,n", flask=(400, "PGRST100"), why="PostgREST ignores what it can't read"),
    _numbers("select=%22%22:n", 400, "42601", flask=(400, "PGRST100"),
             why="PostgreSQL has no such names"),
    _numbers("select=%22a%00%22:n", flask=(400, "PGRST100"), why="PostgreSQL has no such names"),
    _numbers("select=n!inner", 400, "PGRST100", only_code=True),
    _numbers("select=n.sum()", 400, "PGRST123", flask=(400, "PGRST100"), why="no aggregates"),
    _numbers("select=n(half)", 400, "PGRST200", flask=(400, "PGRST100"), why="no embedding"),
    _numbers("select=n::text", flask=(400, "PGRST100"), why="no casts"),
    _numbers("select=n;x", flask=(400, "PGRST100"), why="PostgREST ignores the rest"),
    _numbers("select=*,m:n", flask=(400, "PGRST100"), why="all columns, or named ones"),
    _numbers("select=n->a", flask=(400, "PGRST100"), why="no paths into JSON"),
    _echo("x", "data->a=eq.1", 400, "42703", only_code=True),
]  # fmt: skip

_TYPES_OF_ANSWERS = [
    *[
        _with("Accept", text)
        for text in (
            "application/json", "*/*", "text/html, application/json;q=0.5",
            "application/json; charset=utf-8", f"application/json, {OBJECT}",
            "text/html,application/xhtml+xml,*/*;q=0.8", "application/vnd.pgrst.array+json",
            "application/vnd.pgrst.array", "application/json; version=1",
        )
    ],
    *[
        _with("Accept", text, status=415, code="PGRST107", only_code=True)
        for text in ("text/html", "application/xml", "text/plain", "application/*", "text/*", "",
                     "application/octet-stream", "application/vnd.pgrst.plan")
    ],
    *[
        _with("Accept", text, "limit=1")
        for text in (
            "application/vnd.pgrst.object", f"*/*, {OBJECT}", f"{OBJECT}, application/json; a=b",
            f"{OBJECT};q=0.4, application/json; q=0.3; a=b", f"application/json;q=x, {OBJECT}",
            f"application/json, {OBJECT};q=2", f"application/json;q=0.99, {OBJECT};q=1",
            f"{OBJECT};q=0.5, application/json",
        )
    ],
    _with("Accept", "text/csv", flask=(415, "PGRST107"), why="answers are JSON"),
    _with("Accept", f"{OBJECT};nulls=stripped", "limit=1", flask=(415, "PGRST107"),
          why="nulls stay"),
    *[
        _get(f"one object of {count}", f"/rpc/numbers?p_last={count}", status, code,
             headers={"Accept": OBJECT})
        for count, status, code in ((0, 406, "PGRST116"), (1, 200, None), (2, 406, "PGRST116"))
    ],
    _get("one object by limit", "/rpc/numbers?p_last=3&limit=1", headers={"Accept": OBJECT}),
    _get("one object by Range", "/rpc/numbers?p_last=3",
         headers={"Accept": OBJECT, "Range": "1-1"}),
    _get("one object by a filter", "/rpc/numbers?p_last=3&n=eq.2", headers={"Accept": OBJECT}),
    _get("one object, preferred", "/rpc/numbers?p_last=2", 406, "PGRST116",
         headers={"Accept": f"{OBJECT}, application/json"}),
    _get("one object of one value", "/rpc/add?p_a=1", headers={"Accept": OBJECT}),
    _get("one object of one value, none of it", "/rpc/add?p_a=1&limit=0",
         headers={"Accept": OBJECT}),
    _get("one object of JSON", "/rpc/claims", headers={"Accept": OBJECT}),
    _post("one object of nothing", "nothing", {}, 204, headers={"Accept": OBJECT}),
]  # fmt: skip

_SCHEMAS = [
    _with("Accept-Profile", "booking_v1"),
    _with("Accept-Profile", "booking", status=406, code="PGRST106"),
    _with("Accept-Profile", "pg_catalog", status=406, code="PGRST106"),
    _with("Accept-Profile", "", status=406, code="PGRST106"),
    _with("Content-Profile", "booking"),
    Case("HEAD, Accept-Profile: booking", "HEAD", "/rpc/add?p_a=1", 406,
         headers={"Accept-Profile": "booking"}),
    _post("Content-Profile: booking_v1", "add", {"p_a": 1},
          headers={"Content-Profile": "booking_v1"}),
    _post("Content-Profile: booking", "add", {"p_a": 1}, 406, "PGRST106",
          headers={"Content-Profile": "booking"}),
    _post("Accept-Profile at POST", "add", {"p_a": 1}, headers={"Accept-Profile": "booking"}),
]  # fmt: skip

_BAD_TOKENS = list(AUTHORIZATIONS)[list(AUTHORIZATIONS).index("expired") :]
_OWN_WORDS = {"expiry is text", "expiry is a number as text", "begin is a number as text",
              "age is a truth", "issuer is a number", "subject is a number", "token id is a number",
              "claims are no object", "not a token", "three words", "cut off",
              "four parts", "alg none", "HS512", "public key as secret"}  # fmt: skip
_OTHER_ANSWERS = {
    "superuser": (403, "42501"), "owner": (403, "42501"), "unknown role": (400, "22023"),
    "role of another type": (400, "22023"), "a role that is true": (400, "22023"),
}  # fmt: skip

_TOKENS = [
    *[
        _get(f"token: {name}", "/rpc/claims", *_OTHER_ANSWERS.get(name, (200, None)), token=name)
        for name in AUTHORIZATIONS
        if name not in _BAD_TOKENS
    ],
    *[
        _get(f"bad token: {name}", "/rpc/claims", 401, "PGRST301", token=name,
             only_code=name in _OWN_WORDS)
        for name in _BAD_TOKENS
    ],
    _get("claims that aren't ASCII", "/rpc/claims", token="not ASCII"),
    _get("settings of the role", "/rpc/setting?p_name=lock_timeout", token="authenticated"),
    _get("settings of the role do not stay", "/rpc/setting?p_name=lock_timeout", token="anon"),
    _post("a bad token at POST", "write_note", {"p_body": "x"}, 401, "PGRST301", token="expired"),
    _get("anonymous may not", "/rpc/list_bookings", 401, "42501"),
    _get("anonymous by a token may not", "/rpc/list_bookings", 401, "42501", token="anon"),
    _get("authenticated may not", "/rpc/list_tenants", 403, "42501", token="authenticated"),
    _get("a customer may not", "/rpc/list_customers", 403, "not_allowed", token="authenticated"),
    _get("a token without a subject is a visitor's", "/rpc/list_bookings", 401, "not_authenticated",
         token="no subject"),
    _get("an empty subject is none", "/rpc/list_bookings", 401, "not_authenticated",
         token="empty subject"),
    _get("a customer sees services", "/rpc/list_services", token="authenticated"),
    _get("a customer sees no bookings but their own", "/rpc/list_bookings", token="authenticated"),
    _get("the service may", "/rpc/list_services", token="service"),
    _get("the service may, RS256", "/rpc/list_services?select=name", token="service, RS256"),
    _get("tables are out of reach", "/rpc/booking", 404, "PGRST202", only_code=True),
]  # fmt: skip

_DAY = "p_from=2026-04-02T00:00:00Z&p_to=2026-04-03T00:00:00Z"
_SLOTS = f"/rpc/available_slots?p_service_id={CUT}&{_DAY}"


def _book(key: str, starts_at: str, **more: Any) -> dict[str, Any]:
    return {"p_idempotency_key": key, "p_service_id": CUT, "p_starts_at": starts_at,
            "p_resource_id": MIA} | more  # fmt: skip


def _import(external_id: str, starts_at: str) -> dict[str, Any]:
    return {"p_external_id": external_id, "p_service_id": CUT, "p_starts_at": starts_at,
            "p_resource_id": MIA}  # fmt: skip


_BOOKINGS = [
    _get("slots for a visitor", _SLOTS, headers={"X-Tenant": "salon"}),
    _get("slots, selected and paged",
         f"{_SLOTS}&select=starts_at,price&order=starts_at.desc&limit=3", token="service"),
    _get("slots of one resource", f"{_SLOTS}&resource_ids=cs.{{{MIA}}}&limit=2", token="service"),
    _get("slots, counted", f"{_SLOTS}&limit=1", 206, token="service",
         headers={"Prefer": "count=exact"}),
    _get("slots, no such tenant", _SLOTS, 401, "not_authenticated", headers={"X-Tenant": "nobody"}),
    _get("slots, no such service", _SLOTS.replace(CUT, NOWHERE), 404, "not_found", token="service"),
    _get("slots, a window turned round",
         f"/rpc/available_slots?p_service_id={CUT}&p_from=2026-04-03&p_to=2026-04-02",
         400, "invalid_argument", token="service"),
    _get("slots, too many", f"{_SLOTS}&p_limit=10001", 400, "invalid_argument", token="service"),
    _get("slots, nobody may", f"/rpc/list_bookings?{_DAY}", 401, "42501"),
    _post("book", "create_booking",
          _book("c-1", "2026-04-02T09:00:00+02:00", p_customer_name="Ann"), token="service"),
    _get("an admin may not read customers where it can't be noted", "/rpc/list_customers", 405,
         "25006", token="admin"),
    _post("an admin reads customers, and that is noted",
          "list_customers?select=name&name=eq.Ann", {}, token="admin",
          headers={"X-Correlation-Id": "c0ffee"}),
    _get("the note", "/rpc/list_personal_data_access"
         "?select=actor_role,actor_subject,function_name,correlation_id", token="admin"),
    _post("book, replayed", "create_booking",
          _book("c-1", "2026-04-02T09:00:00+02:00", p_customer_name="Ann"), token="service"),
    _post("book, filtered away and counted", "create_booking?status=eq.failed",
          _book("c-1", "2026-04-02T09:00:00+02:00", p_customer_name="Ann"), token="service",
          headers={"Prefer": "count=exact"}),
    _post("book, one object", "create_booking", _book("c-2", "2026-04-02T14:00:00+02:00"),
          token="service", headers={"Accept": OBJECT}),
    _post("book, selected", "create_booking?select=status,code,starts_at",
          _book("c-3", "2026-04-02T16:00:00+02:00"), token="service"),
    _post("book, taken", "create_booking", _book("c-4", "2026-04-02T09:00:00+02:00"),
          409, "slot_taken", token="service"),
    _post("book, taken, replayed", "create_booking", _book("c-4", "2026-04-02T09:00:00+02:00"),
          409, "slot_taken", token="service"),
    _post("book, another request by the same key", "create_booking",
          _book("c-1", "2026-04-02T10:00:00+02:00"), 422, "key_reused", token="service"),
    _post("book, in the past", "create_booking", _book("c-5", "2026-03-02T09:00:00+01:00"),
          400, "in_the_past", token="service"),
    _post("book, closed", "create_booking", _book("c-6", "2026-04-05T09:00:00+02:00"),
          400, "outside_opening_hours", token="service"),
    _post("book, a hold that is lost", "create_booking",
          _book("c-7", "2026-04-02T10:00:00+02:00", p_hold_token=NOWHERE), 409, "hold_lost",
          token="service"),
    _post("book, no key", "create_booking", _book("", "2026-04-02T09:00:00+02:00"),
          400, "invalid_argument", token="service"),
    _post("book, a malformed customer", "create_booking",
          _book("c-8", "2026-04-02T10:00:00+02:00", p_customer_email="x"), 400, "invalid_argument",
          token="service"),
    _post("book, no such service", "create_booking",
          _book("c-9", "2026-04-02T10:00:00+02:00") | {"p_service_id": NOWHERE}, 404, "not_found",
          token="service"),
    _get("book by GET", "/rpc/create_booking?p_idempotency_key=c-10"
         f"&p_service_id={CUT}&p_starts_at=2026-04-02T10:00:00Z", 405, "25006", token="service"),
    _post("book as a visitor", "create_booking", _book("c-11", "2026-04-02T10:00:00+02:00"),
          401, "not_authenticated"),
    _post("import", "import_booking", _import("p-1", "2026-04-02T12:00:00+02:00"), token="admin"),
    _post("import, the same again", "import_booking", _import("p-1", "2026-04-02T12:00:00+02:00"),
          token="admin"),
    _post("import, taken", "import_booking", _import("p-2", "2026-04-02T12:15:00+02:00"),
          409, "slot_taken", token="admin"),
    _post("import, no number", "import_booking", _import(" ", "2026-04-02T12:15:00+02:00"),
          400, "invalid_argument", token="admin"),
    _post("import as a customer", "import_booking", _import("p-3", "2026-04-02T12:15:00+02:00"),
          403, "not_allowed", token="authenticated"),
    _get("bookings", f"/rpc/list_bookings?{_DAY}", token="service"),
    _get("bookings, filtered",
         "/rpc/list_bookings?customer_name=eq.Ann&select=customer_name,status", token="service"),
    _get("one booking that isn't there", f"/rpc/get_booking?p_booking_id={NOWHERE}",
         token="service"),
    _get("one booking that isn't there, one object", f"/rpc/get_booking?p_booking_id={NOWHERE}",
         406, "PGRST116", token="service", headers={"Accept": OBJECT}),
    _get("history of what isn't there", f"/rpc/booking_history?p_booking_id={NOWHERE}",
         404, "not_found", token="service"),
    _post("cancel what isn't there", "cancel_booking",
          {"p_idempotency_key": "c-12", "p_booking_id": NOWHERE}, 404, "not_found",
          token="service"),
    _post("choose a tenant", "use_tenant", {"p_slug": "salon"}, token="service"),
    _get("policies", "/rpc/effective_policies", token="service"),
]  # fmt: skip

# In this order: the visitors' policy is set on the way.
_PEOPLE = [
    _post("a customer books", "create_booking",
          _book("p-1", "2026-04-09T09:00:00+02:00", p_customer_name="Bo"), token="authenticated"),
    _post("a customer replays", "create_booking",
          _book("p-1", "2026-04-09T09:00:00+02:00", p_customer_name="Bo"), token="authenticated"),
    _get("a customer's bookings", "/rpc/list_bookings?select=starts_at,customer_name",
         token="authenticated"),
    _post("a customer books for somebody else", "create_booking",
          _book("p-2", "2026-04-09T11:00:00+02:00", p_customer_id=NOWHERE), 404, "not_found",
          token="authenticated"),
    _post("a customer overrides", "cancel_booking",
          {"p_idempotency_key": "p-3", "p_booking_id": NOWHERE, "p_override_reason": "please"},
          403, "not_allowed", token="authenticated"),
    _post("a customer among customers", "list_customers", {}, 403, "not_allowed",
          token="authenticated"),
    _post("a customer administers", "upsert_holiday",
          {"p_name": "x", "p_starts_on": "2026-12-24"}, 403, "not_allowed", token="authenticated"),
    _post("a customer and tenants", "list_tenants", {}, 403, "42501", token="authenticated"),
    _get("services for a visitor", "/rpc/list_services?select=name,is_public&order=name",
         headers={"X-Tenant": "salon"}),
    _post("a visitor books where none may", "create_booking",
          _book("5a1e5a1e-visitor", "2026-04-09T14:00:00+02:00"), 401, "not_authenticated",
          headers={"X-Tenant": "salon"}),
    _post("visitors may", "upsert_policy", {"p_policy_name": "public_booking", "p_value": True},
          204, token="service"),
    _post("a visitor books", "create_booking?select=status,starts_at,resource_ids",
          _book("5a1e5a1e-visitor", "2026-04-09T14:00:00+02:00"), headers={"X-Tenant": "salon"}),
    _get("a visitor with a token of nothing",
         f"/rpc/booking_history?p_booking_id={NOWHERE}&p_manage_token={'A' * 43}",
         404, "not_found", headers={"X-Tenant": "salon"}),
    _post("a visitor's short key", "create_booking", _book("p-4", "2026-04-09T13:00:00+02:00"),
          400, "invalid_argument", headers={"X-Tenant": "salon"}),
    _post("somebody becomes staff", "upsert_membership",
          {"p_subject": "ada", "p_role": "staff", "p_resource_ids": [MIA]}, 204, token="service"),
    _post("staff confirm what isn't there", "confirm_booking",
          {"p_idempotency_key": "p-5", "p_booking_id": NOWHERE}, 404, "not_found", token="staff"),
    _post("staff are away", "upsert_time_off",
          {"p_resource_id": MIA, "p_starts_on": "2026-12-01"}, token="staff"),
    _post("staff close the house", "upsert_date_override", {"p_on_date": "2026-12-02"},
          403, "not_allowed", token="staff"),
    _post("staff make members", "upsert_membership", {"p_subject": "x", "p_role": "owner"},
          403, "not_allowed", token="staff"),
]  # fmt: skip

CASES: list[Case] = [
    *_CALLS, *_REFUSED_CALLS, *_TYPES, *_BODIES, *_PAGING, *_RANGES, *_PREFERENCES, *_FILTERS,
    *_SELECTIONS, *_TYPES_OF_ANSWERS, *_SCHEMAS, *_TOKENS, *_BOOKINGS, *_PEOPLE,
]  # fmt: skip
