"""Where the SQL and the private state of this installation live."""

import hashlib
import os
from pathlib import Path

from pgbooking.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def checkout() -> Path | None:
    """The repository this package runs from, or None when installed from a wheel."""
    return _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else None


def sql_directory() -> Path:
    """The folder with `install.sql`: the checkout's, else the copy inside the wheel."""
    root = checkout()
    return root / "sql" if root else _PACKAGE / "sql"


def state_directory() -> Path:
    """The folder for private clusters: $PGBOOKING_STATE, else `.pgbooking` of the checkout.

    SetupError: there is neither, and no home.
    """
    if chosen := os.environ.get("PGBOOKING_STATE"):
        return Path(chosen).absolute()
    if root := checkout():
        return root / ".pgbooking"
    if base := os.environ.get("XDG_STATE_HOME"):
        return Path(base) / "pgbooking"
    try:
        return Path.home() / ".local" / "state" / "pgbooking"
    except RuntimeError as error:  # a container's user without a name
        raise SetupError("there is no home folder: give --dsn, or set PGBOOKING_STATE") from error


def short_hash(path: Path) -> str:
    """Eight characters that stand for a path in the name of a folder elsewhere."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
