"""squawk, as tools/lint runs it on migrations: it says no to dangerous ones, and only to those."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TIMEOUTS = "set local lock_timeout = '5s';\nset local statement_timeout = '5min';\n"
HARMLESS = f"""{TIMEOUTS}
alter table booking.booking add column colour text;
comment on column booking.booking.colour is 'Red or green.';
alter table booking.booking add constraint booking_colour_is_known
check (colour in ('red', 'green')) not valid;
create index if not exists booking_by_colour on booking.booking (tenant_id, colour);
drop function booking.paint(uuid);
"""
DANGEROUS = {
    "adding-required-field": "alter table booking.booking add column colour text not null;",
    "changing-column-type": "alter table booking.booking alter column version type bigint;",
    "constraint-missing-not-valid": """
        alter table booking.booking add constraint booking_is_cheap check (price < 10);
    """,
    "adding-foreign-key-constraint": """
        alter table booking.booking add constraint booking_is_of_a_place
        foreign key (place_id) references booking.place (place_id);
    """,
    "renaming-column": "alter table booking.booking rename column notes to remarks;",
    "renaming-table": "alter table booking.booking rename to appointment;",
    "ban-drop-table": "drop table booking.claim;",
    "ban-drop-column": "alter table booking.booking drop column notes;",
    "ban-concurrent-index-creation-in-transaction": """
        create index concurrently booking_by_price on booking.booking (price);
    """,
}


def squawk(repository: Path, folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Lint a migration with the repository's own configuration and script."""
    (folder / "tools").mkdir()
    for name in (".squawk.toml", "tools/migrations"):
        shutil.copy(repository / name, folder / name)
    (folder / "sql/migrations").mkdir(parents=True)
    (folder / "sql/migrations/0001_sample.sql").write_text(text)
    command = [folder / "tools/migrations", Path(sys.executable).parent]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_a_harmless_migration_passes(repository: Path, tmp_path: Path) -> None:
    done = squawk(repository, tmp_path, HARMLESS)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("rule", DANGEROUS)
def test_a_dangerous_migration_is_reported(repository: Path, tmp_path: Path, rule: str) -> None:
    done = squawk(repository, tmp_path, TIMEOUTS + DANGEROUS[rule])
    assert done.returncode == 1
    assert rule in done.stdout


def test_a_migration_without_timeouts_is_reported(repository: Path, tmp_path: Path) -> None:
    done = squawk(repository, tmp_path, HARMLESS.removeprefix(TIMEOUTS))
    assert done.returncode == 1
    assert "require-lock-timeout" in done.stdout


def test_without_migrations_there_is_nothing_to_say(repository: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    done = subprocess.run(
        [repository / "tools/migrations", Path(sys.executable).parent],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert (done.returncode, done.stdout) == (0, "")
