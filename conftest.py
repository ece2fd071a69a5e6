"""Fixtures for all tests: a private cluster, and a clean deployed database for each module.

`--server 15` is Debian's PostgreSQL, `--server 18` (the default) the embedded one. Both folders of
tests share this file: tests/ (pytest) and sql/tests/ (pgTAP, one behaviour a file).
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from pgbooking import database
from tests.harness import TestServer

pytest_plugins = ("tests.pgtap_files",)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--server", choices=("15", "18"), default="18", help="PostgreSQL to test on")


def pytest_report_header(config: pytest.Config) -> str:
    return f"PostgreSQL: {config.getoption('server')}"


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[TestServer]:
    """The private cluster under test; pytest-xdist's workers share one."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with TestServer(request.config.getoption("server"), run, worker) as found:
        yield found


@pytest.fixture(scope="module")
def dsn(server: TestServer) -> Iterator[str]:
    """A clean deployed database of this module's own, as superuser."""
    with server.clone() as conninfo:
        yield conninfo


@pytest.fixture
def connect(dsn: str) -> Iterator[Callable[[], database.Connection]]:
    """Make connections to the module's database; they are closed after the test."""
    opened: list[database.Connection] = []

    def make() -> database.Connection:
        opened.append(database.connect(dsn))
        return opened[-1]

    yield make
    for connection in opened:
        connection.close()


@pytest.fixture(scope="session")
def pgtap_connection(server: TestServer) -> Iterator[psycopg.Connection[Any]]:
    """pytest-pgtap's connection: a database of its own with pgTAP in schema `tap`."""
    with server.clone() as conninfo, psycopg.connect(conninfo, autocommit=True) as connection:
        server.load_pgtap(connection)
        yield connection


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).parent
