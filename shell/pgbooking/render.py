"""How results look in a terminal, a pipe or a narrow window."""

import json
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pgbooking.database import Row
from pgbooking.errors import BookingError

_PIPE_WIDTH = 1000  # a pipe has no edge: nothing is cut or wrapped
_JOINERS = "\u200c\u200d"  # names in Persian or Hindi are spelt with them
# free and not; where the locale has no such signs, they would be told by their numbers
_MARKS, _ASCII_MARKS = ("●", "·"), ("x", ".")


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise  # for main() to handle; Rich would end with 1, a finding's code


def console(stderr: bool = False) -> Console:
    """The terminal, or a pipe as wide as it needs to be."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _PIPE_WIDTH
    return _Console(file=stream, width=width, highlight=False)


def rows(found: Sequence[Row], empty: str = "nothing", is_list: bool = False) -> None:
    """Print rows: one as a record, several as a table, too wide or high ones as records again.

    is_list: a single one is a table, too.
    """
    out = console()
    if not found:
        out.print(Text(empty, style="dim"))
    elif len(found) == 1 and not is_list:
        _record(out, found[0])
    else:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name in found[0]:
            table.add_column(name, no_wrap=True, justify=_alignment(found[0][name]))
        cells = [[cell(value) for value in row.values()] for row in found]
        for line in cells:
            table.add_row(*line)
        width = out.measure(table, options=out.options.update(width=_PIPE_WIDTH)).maximum
        if width <= out.width and not any("\n" in shown for line in cells for shown in line):
            out.print(table)
            return
        for row in found:
            _record(out, row)


def grid(starts: Sequence[datetime], days: Sequence[date], zone: str) -> None:
    """Print starts of slots: days as columns, times of day as rows, a dot where one is free.

    zone: its name, in which the starts are. Days that don't fit beside each other follow below; the
    month of the first one stands before them.
    """
    out = console()
    out.print(Text(f"by the clock of {zone}", style="dim"))
    free = {(start.date(), start.time()) for start in starts}
    is_free, is_not = _MARKS if out.encoding.startswith("utf") else _ASCII_MARKS
    per_block = max(1, (min(out.width, 120) - 7) // 9)
    for first in range(0, len(days), per_block):
        block = days[first : first + per_block]
        times = sorted({moment for day, moment in free if day in block})
        if not times:
            out.print(Text(f"{_span(block)}: no free slot", style="dim"))
            continue
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        table.add_column(f"{block[0]:%b}")
        for day in block:
            table.add_column(f"{day:%a %d}", justify="center", min_width=6)
        for moment in times:
            marks = [Text(is_free if (day, moment) in free else is_not) for day in block]
            table.add_row(_clock(moment), *marks)
        out.print(table)


def error(problem: BookingError) -> None:
    """Print an error as one line on standard error."""
    trouble(f"{problem}. {problem.hint or ''}".rstrip())


def trouble(message: str) -> None:
    """Print a problem outside the engine as one line on standard error."""
    line = Text.assemble(("error: ", "bold red"), plain(message))
    console(stderr=True).print(line, soft_wrap=True)


def note(message: str) -> None:
    """Print a remark on standard error."""
    console(stderr=True).print(Text(plain(message), style="dim"), soft_wrap=True)


def say(message: str, style: str = "") -> None:
    """Print lines on standard output."""
    for line in message.split("\n"):
        console().print(Text(plain(line), style=style), soft_wrap=True)


@contextmanager
def progress(steps: int) -> Iterator[Callable[[], None]]:
    """Show a terminal how far something is that takes its time; what is given tells of a step."""
    from rich.progress import Progress

    out = console(stderr=True)
    # FORCE_COLOR makes any file a terminal for Rich
    with Progress(console=out, transient=True, disable=not out.file.isatty()) as shown:
        task = shown.add_task("", total=steps)
        yield lambda: shown.advance(task)


def heading(title: str, aside: str = "") -> None:
    """Print the title of a step, with the functions it calls."""
    line = Text(f"\n{plain(title)}", style="bold")
    if aside:
        line.append(f"   {plain(aside)}", style="dim")
    console().print(line)


def cell(value: Any) -> Text:
    """A value of a result as text of a terminal, of several lines if it has them."""
    lines = _text(value).replace("\r\n", "\n").rstrip("\n").split("\n")
    return Text("\n".join(map(plain, lines)), style="dim" if value is None else "")


def plain(text: str) -> str:
    """Text without control characters: data must not steer the terminal."""
    return "".join(c if _is_harmless(c) else "\N{REPLACEMENT CHARACTER}" for c in text)


def _is_harmless(sign: str) -> bool:
    """Printable; or a space, such as one that doesn't break; or what joins letters and emoji."""
    return sign.isprintable() or sign in _JOINERS or unicodedata.category(sign) == "Zs"


def _record(out: Console, row: Row) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in row.items():
        if value is not None and value != {} and value != []:
            table.add_row(name, cell(value))
    out.print(table)
    out.print()


def _text(value: Any) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case datetime():
            return f"{value:%a %Y-%m-%d %H:%M}{_offset(value)}"
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
        case time():
            return _clock(value)
        case dict():
            return json.dumps(value, ensure_ascii=False, default=str)
        case list():
            return ", ".join(_text(item) for item in value)
    return str(value)


def _offset(value: datetime) -> str:
    text = f"{value:%z}"
    return f" {text[:3]}:{text[3:5]}" if text else ""


def _span(days: Sequence[date]) -> str:
    return " to ".join(f"{day:%a %d %b}" for day in dict.fromkeys((days[0], days[-1])))


def _clock(moment: time) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _alignment(value: Any) -> Any:
    return "right" if isinstance(value, int | float) and not isinstance(value, bool) else "left"
