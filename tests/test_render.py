"""What values look like in a terminal, and what is left out."""

import sys
from datetime import UTC, date, datetime, time, timedelta, timezone
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

import pytest
from rich.console import Console

from pgbooking import render

KATHMANDU = timezone(timedelta(hours=5, minutes=45))
MONDAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "-"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (datetime(2026, 6, 1, 9, 5, tzinfo=UTC), "Mon 2026-06-01 09:05 +00:00"),
        (datetime(2026, 6, 1, 9, 5, tzinfo=KATHMANDU), "Mon 2026-06-01 09:05 +05:45"),
        (datetime(2026, 6, 1, 9, 5), "Mon 2026-06-01 09:05"),
        (timedelta(minutes=65), "1:05"),
        (timedelta(days=2, seconds=1), "48:00:01"),
        (timedelta(seconds=59.6), "0:01"),
        (time(9, 5), "09:05"),
        (time(9, 5, 7), "09:05:07"),
        ({"ü": MONDAY}, '{"ü": "2026-06-01"}'),
        ([True, None, time(9, 5)], "yes, -, 09:05"),
        ("a\tb\x1b[2J\x9b", "a\ufffdb\ufffd[2J\ufffd"),
        ("a\u202eb\u2066c\u200bd\u2028", "a\ufffdb\ufffdc\ufffdd\ufffd"),
    ],
)  # fmt: skip
def test_a_value_is_text_for_people(value: Any, text: str) -> None:
    assert render.cell(value).plain == text


@pytest.mark.parametrize(
    "text", ["\u0631\u0648\u0632\u200c\u0628\u0647", "क्\u200dष", "20\u202f000\xa0€", "王\u3000明"]
)
def test_joiners_and_spaces_are_shown_as_they_are(text: str) -> None:
    assert render.cell(text).plain == text


def test_of_an_error_only_its_name_is_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    written = StringIO()
    terminal = Console(file=written, force_terminal=True, color_system="standard", no_color=False)
    monkeypatch.setattr(render, "console", lambda stderr: terminal)
    render.trouble("no database")
    assert written.getvalue() == "\x1b[1;31merror: \x1b[0mno database\n"


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_terminal_is_told_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    written = StringIO()
    monkeypatch.setattr(written, "isatty", lambda: is_terminal)
    # as FORCE_COLOR has it, which colours what is kept of a pipe
    out = Console(file=written, force_terminal=True, width=80)
    monkeypatch.setattr(render, "console", lambda stderr: out)
    with render.progress(4) as step:
        step()
        told = written.getvalue()
    assert ("  0%" in told) == is_terminal
    assert (written.getvalue() == "") != is_terminal
    assert not is_terminal or "25%" in written.getvalue()
    assert not is_terminal or written.getvalue().endswith("\x1b[1A\x1b[2K")  # it leaves no line


def test_nothing_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    render.rows([])
    render.rows([], empty="no booking")
    assert capsys.readouterr().out == "nothing\nno booking\n"


def test_a_record_has_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    render.rows([{"name": "Ada", "notes": None, "answers": {}, "staff": [], "price": 0}])
    assert capsys.readouterr().out.split() == ["name", "Ada", "price", "0"]


def test_lines_of_a_value_are_below_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    note = {"name": "Ada", "notes": "Rings twice.\r\n\n\x1b[2JDog\n"}
    written = ["name   Ada", "notes  Rings twice.", "", "       \ufffd[2JDog"]
    render.rows([note])
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [*written, ""]
    render.rows([note, note])  # in a table, a row is a line
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [*written, ""] * 2


def test_numbers_are_at_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"number": 5, "is_active": True, "name": "Ada"}] * 2
    render.rows(rows)
    assert capsys.readouterr().out.splitlines()[-2].rstrip() == "      5   yes         Ada"


def test_days_are_beside_each_other_as_many_as_fit(capsys: pytest.CaptureFixture[str]) -> None:
    starts = [datetime(2026, 6, 1, 9, 30, tzinfo=UTC), datetime(2026, 6, 3, 9, 30, tzinfo=UTC),
              datetime(2026, 6, 13, 10, 0, tzinfo=UTC)]  # fmt: skip
    days = [MONDAY + timedelta(days=number) for number in range(14)]
    render.grid(starts, days, "Europe/Berlin")
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert lines[0] == ["by", "the", "clock", "of", "Europe/Berlin"]
    assert lines[1][:5] == ["Jun", "Mon", "01", "Tue", "02"]
    assert lines[3] == ["09:30", "●", "·", "●", *"·" * 9], "twelve"
    assert lines[4] == ["Jun", "Sat", "13", "Sun", "14"]
    assert lines[6] == ["10:00", "●", "·"]
    render.grid([], days[:1], "UTC")
    assert "Mon 01 Jun: no free slot\n" in capsys.readouterr().out


@pytest.mark.parametrize(("width", "days"), [(24, 1), (25, 2)])
def test_no_day_that_fits_is_put_below(
    monkeypatch: pytest.MonkeyPatch, width: int, days: int
) -> None:
    out = Console(file=StringIO(), width=width)
    monkeypatch.setattr(render, "console", lambda: out)
    starts = [datetime(2026, 6, day, 9, 30, tzinfo=UTC) for day in (1, 2)]
    render.grid(starts, [start.date() for start in starts], "UTC")
    assert isinstance(out.file, StringIO)
    assert out.file.getvalue().count("Jun") == 2 // days


def test_days_without_a_slot_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Below others, it would seem as if nothing were free at all."""
    days = [MONDAY + timedelta(days=number) for number in range(14)]
    render.grid([datetime(2026, 6, 1, 9, 30, tzinfo=UTC)], days, "UTC")
    assert capsys.readouterr().out.endswith("\nSat 13 Jun to Sun 14 Jun: no free slot\n")


def test_a_locale_without_the_marks_has_others(monkeypatch: pytest.MonkeyPatch) -> None:
    written = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, encoding="iso-8859-15"))
    render.grid([datetime(2026, 6, 1, 9, 30, tzinfo=UTC)], [MONDAY, MONDAY.replace(day=2)], "UTC")
    sys.stdout.flush()
    assert b"|09:30 |   x    |   .   |" in written.getvalue()
