"""`/rpc/<function>`: every contract function, by PostgREST 12's calling convention."""

import re

from flask import Blueprint, Response, request

from pgbooking.arguments import bind
from pgbooking.database import Function, Page
from pgbooking.errors import BookingError
from pgbooking.web import body, engine, query, respond, settings

blueprint = Blueprint("rpc", __name__)

_PAGING = ("limit", "offset", "order")
_OBJECT = "application/vnd.pgrst.object+json"
_ORDER = re.compile(r"(?P<column>\w+)(\.(?P<way>asc|desc))?(\.nulls(?P<nulls>first|last))?")
_LARGEST = 2**63 - 1


@blueprint.route("/rpc/<name>", methods=["GET", "POST"])
def rpc(name: str) -> Response:
    """Call a function: arguments from the query (GET) or a JSON object (POST)."""
    function = engine().function(name)
    if request.method == "POST":
        given = body()
        read_only = function.is_read_only
    else:
        given = query(function, skip=_PAGING)
        read_only = True
    one = _OBJECT in request.headers.get("Accept", "")
    reply = engine().run(
        function,
        bind(function, given),
        settings(),
        page=_page(function),
        read_only=read_only,
        exactly_one=one and function.returns_set,
    )
    response = respond(function, reply, one=one)
    if one and response.status_code == 200:
        response.mimetype = _OBJECT
    return response


def _page(function: Function) -> Page:
    """`order=column[.asc|.desc][.nullsfirst|.nullslast],…`, `limit`, `offset` of the query."""
    order = []
    for term in filter(None, request.args.get("order", "").split(",")):
        match = _ORDER.fullmatch(term)
        if not match or match["column"] not in function.columns:
            raise BookingError(
                400, "PGRST100", f'"{term}" is no order by a column of {function.name}.',
                {"columns": function.columns}, "Write order=column.desc.nullslast, for example.",
            )  # fmt: skip
        descending = match["way"] == "desc"
        nulls_first = match["nulls"] == "first" if match["nulls"] else descending
        order.append((match["column"], descending, nulls_first))
    return Page(order, _count("limit"), _count("offset"))


def _count(name: str) -> int | None:
    text = request.args.get(name)
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,19}", text) or int(text) > _LARGEST:
        raise BookingError(400, "PGRST100", f"{name} is not a number of rows.", {"argument": name})
    return int(text)
