"""Where the SQL and the private state of this installation live."""

import hashlib
import os
from pathlib import Path

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
    """The folder for private clusters: $PGBOOKING_STATE, else `.pgbooking` of the checkout."""
    if chosen := os.environ.get("PGBOOKING_STATE"):
        return Path(chosen).absolute()
    if root := checkout():
        return root / ".pgbooking"
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "pgbooking"


def short_hash(path: Path) -> str:
    """Eight characters that stand for a path in the name of a folder elsewhere."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
