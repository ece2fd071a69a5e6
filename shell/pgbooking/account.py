"""The operating-system user that servers run as."""

import os
import pwd
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pgbooking.errors import SetupError


@dataclass(frozen=True)
class Account:
    """A user of the operating system."""

    uid: int
    gid: int

    @classmethod
    def current(cls) -> "Account":
        """The user of this process."""
        return cls(os.geteuid(), os.getegid())

    def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run a command as this user to its end and return it with its output.

        Output goes through files: a server started by the command keeps its standard output
        open, and reading a pipe to the end would wait for it.
        """
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))
        }
        environment["LC_ALL"] = "C"
        with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
                cwd="/",
                env=environment,
                umask=0o077,
                check=False,
                user=None if self == Account.current() else self.uid,
                group=None if self == Account.current() else self.gid,
                extra_groups=None if self == Account.current() else [],
            )
            output.seek(0)
            errors.seek(0)
            return subprocess.CompletedProcess(
                command, done.returncode, output.read(), errors.read()
            )


@cache
def server_account() -> Account:
    """Whom servers run as: this user, or for root `postgres`, else `nobody`.

    Raises SetupError when root finds neither.
    """
    if os.geteuid() != 0:
        return Account.current()
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise SetupError("PostgreSQL can't run as root, and no user postgres or nobody exists")


@cache
def reachable(path: Path, account: Account) -> bool:
    """Whether the user can execute the file, or enter the folder, at `path`."""
    return account.run(["test", "-x", str(path)]).returncode == 0
