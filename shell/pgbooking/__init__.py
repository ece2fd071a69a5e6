"""pgbooking: the thin shell around a booking engine that lives in PostgreSQL."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("pgbooking")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"
