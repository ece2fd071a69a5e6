"""Structured logs: one JSON object a line on standard error, without personal data.

What is logged of a request is its route, never its path, query or body.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

logger = logging.getLogger("pgbooking")
_TELLING = ("psycopg.pool",)  # its words are about connections only, never about a request


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON; fields come from `extra={"fields": {...}}`."""

    def format(self, record: logging.LogRecord) -> str:
        """Render the record."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage() if record.name == "pgbooking" else record.name,
            **getattr(record, "fields", {}),
        }
        if record.name in _TELLING:
            line["message"] = " ".join(record.getMessage().split())
        if record.exc_info and record.exc_info[1]:
            line |= _told(record.exc_info[1])
        return json.dumps(line, default=str)


def configure(level: int = logging.INFO) -> None:
    """Send this package's records from a level on, and others' warnings, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logger.setLevel(level)


def event(name: str, level: int = logging.INFO, **fields: Any) -> None:
    """Log one event with its fields."""
    logger.log(level, name, extra={"fields": fields})


def unexpected(error: BaseException, correlation_id: str) -> None:
    """Log an error that is not the caller's."""
    event("error", logging.ERROR, correlation_id=correlation_id, **_told(error))


def _told(error: BaseException) -> dict[str, Any]:
    """An error by type and place; its message could quote what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    return {
        "error": type(error).__name__,
        "sqlstate": getattr(error, "sqlstate", None),
        "where": [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames],
    }
