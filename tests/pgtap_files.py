r"""Collects sql/tests/**/*.sql as pytest-pgtap's tests, and runs them as psql would.

`\ir helpers/shop.sql` includes a file relative to the one that says so: psql's way, which the
plugin alone does not know, since it hands the whole file to the server.
"""

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from pytest_pgtap.plugin import PgTapFile, PgTapItem, _pgtap_runner, core

_INCLUDE = re.compile(r"^\\ir (\S+)$", re.MULTILINE)
_TAP = re.compile(r"(not )?ok\b|1\.\.\d+|\s*#|Bail out!")
_NO_TESTS = "helpers"


def text_of(path: Path) -> str:
    """A file with everything it includes."""
    return _INCLUDE.sub(lambda found: text_of(path.parent / found[1]), path.read_text())


def tap_of(rows: list[Any]) -> list[str]:
    """What of a file's results is TAP. Its parser reads an id such as 1ab27 as a plan of 27."""
    return [row for row in rows if isinstance(row, str) and _TAP.match(row)]


# The plugin ships no types, so that its classes are Any to mypy, which forbids to inherit from it.
class _Item(PgTapItem):  # type: ignore[misc]
    def runtest(self) -> None:
        runner = self._request.getfixturevalue(_pgtap_runner.__name__)
        core.report_tap(self, tap_of(runner.run(text_of(self.path))), self.path.name)


class _File(PgTapFile):  # type: ignore[misc]  # as above
    def collect(self) -> Generator[pytest.Item, None, None]:
        for item in super().collect():
            own = _Item.from_parent(self, name=item.name)
            own.own_markers.extend(item.own_markers)
            yield own


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(
    parent: pytest.Collector, file_path: Path
) -> Generator[None, list[Any], list[Any]]:
    """Of what the plugin finds, helpers are left out and the rest is run with its includes."""
    found = yield
    parts = file_path.relative_to(parent.config.rootpath).parts
    if file_path.suffix != ".sql" or parts[:2] != ("sql", "tests"):
        return found
    return [] if _NO_TESTS in parts else [_File.from_parent(parent, path=file_path)]
