"""Private clusters: made whole or not at all, started and stopped any number of times."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from pgbooking import cluster as module
from pgbooking.account import Account, server_account
from pgbooking.cluster import Cluster, private_folder, state_root
from pgbooking.errors import SetupError
from tests.harness import TestServer

Maker = Callable[..., Cluster]


@pytest.fixture
def make(server: TestServer) -> Iterator[Maker]:
    made: list[Cluster] = []

    def maker(name: str = "unit", **options: str) -> Cluster:
        unique = f"{name}-{os.getpid()}"
        made.append(Cluster(unique, server.cluster.binaries, {"fsync": "off", **options}))
        return made[-1]

    yield maker
    for found in made:
        found.remove()


def ask(cluster: Cluster, query: str) -> object:
    with psycopg.connect(cluster.conninfo()) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row
    return row[0]


def test_starts_twice_and_stops_twice(make: Maker) -> None:
    cluster = make()
    cluster.start()
    again = make()
    again.start()
    assert (cluster.started_here, again.started_here) == (True, False)
    assert ask(cluster, "select 1") == 1
    with psycopg.connect(cluster.conninfo()):
        cluster.stop()
    cluster.stop()
    assert (cluster.is_running(), cluster.started_here) == (False, False)


def test_nothing_is_left_of_a_cluster_that_is_removed(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = make("gone")
    monkeypatch.setattr(module, "_SOCKET_PATH_LIMIT", 0)
    cluster.start()
    sockets, root = cluster.sockets, cluster.folder.parent
    assert sockets.parent == Path(module._SHORT)
    with psycopg.connect(cluster.conninfo()) as connection:
        cluster.remove()
        with pytest.raises(psycopg.errors.AdminShutdown):
            connection.execute("select 1")
    assert not sockets.exists()
    assert list(root.glob(f"{cluster.name}*")) == []


def test_context_leaves_a_cluster_as_it_was(make: Maker) -> None:
    cluster = make()
    cluster.start()
    with make():
        pass
    assert cluster.is_running()
    cluster.stop()
    with make():
        assert cluster.is_running()
    assert not cluster.is_running()


def test_listens_on_its_socket_only_and_uses_utc(make: Maker) -> None:
    cluster = make()
    cluster.start()
    assert ask(cluster, "select current_setting('listen_addresses')") == ""
    for name in ("timezone", "log_timezone"):
        assert ask(cluster, f"select current_setting('{name}')") == "UTC"
    assert ask(cluster, "select current_setting('server_encoding')") == "UTF8"
    assert ask(cluster, "select datcollate from pg_database where datname = 'postgres'") == "C"
    assert oct(cluster.sockets.stat().st_mode)[-3:] == "700"
    assert (cluster.data / "pgbooking.conf").stat().st_uid == cluster.account.uid


def test_options_are_renewed_at_every_start(make: Maker) -> None:
    cluster = make(application_name="it's")
    cluster.start()
    assert ask(cluster, "select setting from pg_settings where name = 'fsync'") == "off"
    cluster.stop()
    make(fsync="on").start()
    assert ask(cluster, "select setting from pg_settings where name = 'fsync'") == "on"


def test_an_interrupted_initdb_is_started_over(make: Maker) -> None:
    cluster = make()
    cluster.start()
    cluster.stop()
    cluster.data.rename(cluster.data.with_name("data.partial"))
    (cluster.data.with_name("data.partial") / "PG_VERSION").unlink()
    cluster.start()
    assert ask(cluster, "select 1") == 1


def test_an_initdb_that_fails_says_why(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last thing that it says is that it clears up."""
    cluster = make("full")
    said = (
        "2026-06-01 05:00:00.000 UTC [1] FATAL:  could not write to file: No space left on device\n"
        "child process exited with exit code 1\n"
        'initdb: removing data directory "data.partial"\n'
    )
    failed = subprocess.CompletedProcess("initdb", 1, "", said)
    monkeypatch.setattr(cluster, "_run", lambda *_: failed)
    with pytest.raises(SetupError, match=r"initdb of cluster full.* No space left on device$"):
        cluster.start()


def test_a_pid_file_left_by_a_crash_does_not_matter(make: Maker) -> None:
    cluster = make()
    cluster.start()
    pid_file = cluster.data / "postmaster.pid"
    kept = pid_file.read_text()
    cluster.stop()
    for stale in (kept, kept.replace(kept.split()[0], str(os.getpid()), 1), "rubbish", ""):
        pid_file.write_text(stale)
        cluster.start()
        assert ask(cluster, "select 1") == 1
        cluster.stop()


def test_a_deep_folder_gets_a_short_socket(
    make: Maker, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = state_root() / ("deep-" + "x" * 60) / ("y" * 60)
    monkeypatch.setenv("PGBOOKING_STATE", str(deep))
    cluster = make("deep")
    try:
        cluster.start()
        assert len(str(cluster.sockets)) < 60
        assert ask(cluster, "select 1") == 1
    finally:
        cluster.remove()
        shutil.rmtree(deep.parent)


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    account = Account(os.geteuid() + 4242, os.getegid())
    (tmp_path / "taken").mkdir()
    with pytest.raises(SetupError, match="another user"):
        private_folder(tmp_path / "taken", account)
    (tmp_path / "link").symlink_to(tmp_path / "taken")
    (tmp_path / "file").touch()
    for name in ("link", "file"):
        with pytest.raises(SetupError, match="another user"):
            private_folder(tmp_path / name, Account.current())
    assert private_folder(tmp_path / "own", Account.current()).stat().st_mode & 0o777 == 0o700


def test_data_of_another_major_version_is_refused(make: Maker) -> None:
    cluster = make()
    cluster.start()
    cluster.stop()
    (cluster.data / "PG_VERSION").write_text("9\n")
    with pytest.raises(SetupError, match="was made by PostgreSQL 9"):
        cluster.start()


def test_a_server_that_cannot_start_says_why_in_one_line(make: Maker) -> None:
    with pytest.raises(SetupError, match=r"does not start: .*no_such_setting") as caught:
        make(no_such_setting="1").start()
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes users")
def test_root_moves_the_state_where_the_server_user_cannot_go(
    make: Maker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setenv("PGBOOKING_STATE", str(closed / "state"))
    root = state_root()
    assert root.parent == Path(module._SHARED)
    cluster = make("closed")
    try:
        cluster.start()
        assert ask(cluster, "select 1") == 1
        assert cluster.data.stat().st_uid == server_account().uid != 0
    finally:
        cluster.remove()
        shutil.rmtree(root)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes users")
def test_root_copies_binaries_that_the_server_user_cannot_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = state_root() / f"copies-{os.getpid()}"  # not where there may be one in use
    root.mkdir()
    root.chmod(0o755)
    monkeypatch.setattr(module, "state_root", lambda: root)
    monkeypatch.setattr(module, "reachable", lambda *_: False)
    try:
        binaries = module.embedded_binaries()
        assert root in binaries.parents
        done = server_account().run([str(binaries / "postgres"), "--version"])
        assert done.stdout.startswith("postgres (PostgreSQL) 18")
    finally:
        shutil.rmtree(root)


def test_nothing_is_left_of_binaries_that_could_not_be_copied(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As on a full disk, of which each attempt would take what is left; one file is told."""

    def fill(_: Path, to: Path, **__: object) -> None:
        to.mkdir(parents=True)
        raise shutil.Error([("here", "there", "No space left"), ("here, too", "there", "No space")])

    monkeypatch.setattr(module, "reachable", lambda path, account: path.name != "postgres")
    monkeypatch.setattr(module, "state_root", lambda: tmp_path)
    monkeypatch.setattr(shutil, "copytree", fill)
    with pytest.raises(SetupError, match=r"^cannot copy PostgreSQL: No space left$"):
        module.embedded_binaries()
    assert list(tmp_path.iterdir()) == []


def test_two_starters_at_once_make_one_server(make: Maker) -> None:
    cluster = make("race")
    script = (
        "import sys; from pathlib import Path; from pgbooking.cluster import Cluster;"
        "Cluster(sys.argv[1], Path(sys.argv[2])).start()"
    )
    command = [sys.executable, "-c", script, cluster.name, str(cluster.binaries)]
    runs = [subprocess.Popen(command) for _ in range(2)]
    assert [run.wait(60) for run in runs] == [0, 0]
    assert ask(cluster, "select 1") == 1
