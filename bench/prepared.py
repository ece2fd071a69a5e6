"""Statements timed at the protocol: prepared once, results taken in binary and not looked at."""

import time
from collections.abc import Sequence
from typing import Any

from psycopg import Connection
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult

from bench.errors import BenchError


class Prepared:
    """A prepared statement of a connection in autocommit. parameters: as text."""

    def __init__(
        self, connection: Connection[Any], statement: str, parameters: Sequence[str]
    ) -> None:
        self._pgconn = connection.pgconn
        self._name = b"bench%d" % abs(hash(statement))
        self._parameters = [value.encode() for value in parameters]
        _check(self._pgconn.prepare(self._name, statement.encode()))

    def column(self) -> list[str]:
        """The first column of the result, as text."""
        result = self._run(Format.TEXT)
        return [(result.get_value(row, 0) or b"").decode() for row in range(result.ntuples)]

    def milliseconds(self) -> float:
        """How long one execution takes, from sending it to having received the last row."""
        started = time.perf_counter()
        self._run(Format.BINARY)
        return (time.perf_counter() - started) * 1000

    def _run(self, result_format: Format) -> PGresult:
        return _check(
            self._pgconn.exec_prepared(
                self._name, self._parameters, result_format=result_format.value
            )
        )


def _check(result: PGresult) -> PGresult:
    if result.status not in (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK):
        raise BenchError(result.error_message.decode(errors="replace").strip())
    return result
