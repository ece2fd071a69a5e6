"""What `make` does around the programs: it starts over, says what is missing and what it skips.

Stand-ins are on the path instead of Python, npm and Debian's tools, so nothing is installed.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

STAMP = ".venv/.complete"
# Stands for Python: makes a folder instead of an environment, and notes what it was told.
PYTHON = """#!/bin/sh
echo "$*" >>"$LOG"
case "$*" in
*sys.version_info*) exit "${OLD:-0}" ;;
*ensurepip*) exit "${BARE:-0}" ;;
*venv*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*pip*) exit "${BROKEN:-0}" ;;
esac
"""


@pytest.fixture
def clone(repository: Path, tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(repository / name, tmp_path)
    return tmp_path


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def run(folder: Path, *command: str, **environment: str) -> tuple[int, str]:
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env={"PATH": path, "LOG": str(folder / "log"), **environment},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def prepare(clone: Path, **environment: str) -> tuple[int, str]:
    python = script(clone / "bin" / "python", PYTHON)
    return run(clone, "make", f"PYTHON={python}", STAMP, **environment)


def test_an_installation_that_was_interrupted_is_started_over(clone: Path) -> None:
    assert prepare(clone, BROKEN="1")[0]
    assert (clone / ".venv").exists()
    assert not (clone / STAMP).exists()
    log = clone / "log"
    log.unlink()
    assert prepare(clone)[0] == 0
    assert "-m venv --clear .venv" in log.read_text()
    assert (clone / STAMP).exists()
    log.unlink()
    assert prepare(clone)[0] == 0
    assert not log.exists(), "what is complete is let be"


@pytest.mark.parametrize(
    ("missing", "told"), [("OLD", "Python 3.11 or later"), ("BARE", "Python's venv module")]
)
def test_a_python_that_will_not_do_is_one_line(clone: Path, missing: str, told: str) -> None:
    code, said = prepare(clone, **{missing: "1"})
    [line] = [line for line in said.splitlines() if not line.startswith("make: ")]
    assert code
    assert line.startswith(f"error: {told}")
    assert not (clone / ".venv").exists()


def test_what_no_root_can_not_install_is_named(repository: Path, tmp_path: Path) -> None:
    script(tmp_path / "bin" / "dpkg-query", "#!/bin/sh\nexit 1\n")
    script(tmp_path / "bin" / "id", "#!/bin/sh\necho 1000\n")
    code, said = run(tmp_path, str(repository / "tools" / "debian-packages"))
    assert (code, said.count("\n")) == (0, 1)
    assert said.startswith("skipped: installing postgresql-15 postgresql-15-cron ")


def test_npm_that_fails_is_one_line_and_tried_again(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "node_modules").mkdir()
    script(tmp_path / "bin" / "node", "#!/bin/sh\n")
    npm = script(tmp_path / "bin" / "npm", "#!/bin/sh\necho 'npm error: no network' >&2\nexit 1\n")
    tool = str(repository / "tools" / "node-packages")
    code, said = run(tmp_path, tool, str(tmp_path))
    assert (code, said.splitlines()[1:]) == (
        0, ["skipped: tests with PostgREST, its JavaScript clients and Supabase's command line "
            "(npm ci: npm error: no network)"],
    )  # fmt: skip
    assert not (tmp_path / "node_modules" / ".complete").exists()
    script(npm, "#!/bin/sh\n")
    assert run(tmp_path, tool, str(tmp_path))[0] == 0
    assert (tmp_path / "node_modules" / ".complete").exists()


def test_what_runs_in_ci_is_make_test(repository: Path, tmp_path: Path) -> None:
    script(tmp_path / "bin" / "make", '#!/bin/sh\necho "$*"\npwd\n')
    assert run(tmp_path, str(repository / ".ci" / "run")) == (0, f"test\n{repository}\n")


def test_every_target_is_in_the_list(repository: Path) -> None:
    code, said = run(repository, "make")
    assert code == 0
    for target in ("demo", "up", "test", "lint", "bench", "docs", "help"):
        assert f"  make {target} " in said
