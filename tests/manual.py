"""What the manual prints, for tests that run it."""

import re
from pathlib import Path

_MANUAL = (Path(__file__).parents[1] / "booking.md").read_text(encoding="utf-8")


def chapter(title: str) -> str:
    """The text of a chapter."""
    return _MANUAL.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def example(text: str, language: str) -> str:
    """The only example of a language in a text."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return str(found)
