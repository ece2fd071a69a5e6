"""Collects sql/tests/**/*.sql, whatever their names, as pytest-pgtap's tests."""

from pathlib import Path

import pytest
from pytest_pgtap.plugin import PgTapFile

_NO_TESTS = ("helpers",)


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """Collect a file of assertions; helpers and names the plugin knows already are left out."""
    parts = file_path.relative_to(parent.config.rootpath).parts
    if file_path.suffix != ".sql" or parts[:2] != ("sql", "tests"):
        return None
    if file_path.name.startswith("test") or any(name in parts for name in _NO_TESTS):
        return None
    collected: pytest.Collector = PgTapFile.from_parent(parent, path=file_path)
    return collected
