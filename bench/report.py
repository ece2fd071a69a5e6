"""A record as people read it: a table in the terminal, and the one in docs/speed.md."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "docs" / "speed.md"
_START, _END = "<!-- results -->\n", "<!-- end of results -->\n"
_HEADINGS = ("what", "ours", "floor", "ratio", "target", "met")
_MET = {True: "yes", False: "no", None: ""}

Record = Mapping[str, Any]


def text(record: Record) -> str:
    """The table, with what each floor is below it."""
    rows = [_HEADINGS, *_rows(record)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, "", *_notes(record)])


def page(record: Record, old: str) -> str:
    """The text of docs/speed.md with this record's table in the place of the old one."""
    before, _, rest = old.partition(_START)
    _, _, after = rest.partition(_END)
    rows = [_HEADINGS, ["---"] * len(_HEADINGS), *_rows(record)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"{before}{_START}", *lines, "", *_notes(record), "", f"{_END}{after}"])


def _rows(record: Record) -> list[Sequence[str]]:
    return [
        (
            row["what"],
            _figure(row["ours"], row["unit"]),
            _figure(row["floor"], row["unit"]),
            f"{row['ratio']:.2f}",
            row["target"],
            _MET[row["met"]],
        )
        for row in record["results"]
    ]


def _notes(record: Record) -> list[str]:
    """Where the figures come from, and each floor once, with the first line that has it."""
    machine, server = record["machine"], record["server"]
    load = machine["load_average_at_start"]
    floors: dict[str, str] = {}
    for row in record["results"]:
        floors.setdefault(row["floor_is"], row["what"])
    return [
        f"Medians of {record['rounds']} rounds (the least to the most) with {record['claims']:,}"
        f" claims; PostgreSQL {server['server_version']}; {machine['cores']} cores,"
        f" {machine['processor']}, load average {load:.1f} at the start;"
        f" revision {record['revision']}, {record['at']}.",
        "",
        "Floors:",
        "",
        *(f"- {what}: {floor}." for floor, what in floors.items()),
    ]


def _figure(figure: Mapping[str, float], unit: str) -> str:
    digits = 0 if unit == "1/s" else 2 if figure["median"] < 10 else 1
    median, least, most = (f"{figure[name]:,.{digits}f}" for name in ("median", "least", "most"))
    return f"{median} {'/s' if unit == '1/s' else unit} ({least} to {most})"
