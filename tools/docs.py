"""Make what booking.md says of the contract: the reference, and the matrix of permissions.

    tools/docs.py            write it
    tools/docs.py --check    change nothing; exit code 1 if it is stale

The files are the source, so no database is needed. Each of sql/functions/api holds one function and
its comment, in the one form that sql/README.md shows; another form is an error here. The matrix is
that of sql/reference/permissions.sql.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROLES = ("visitor", "customer", "staff", "admin", "owner", "service")

_CREATE = re.compile(
    r"^create or replace function booking_v1\.(?P<name>\w+)\((?P<arguments>.*?)\)\s*\n"
    r"returns (?P<returns>.*?)\nlanguage \w+\n(?P<volatility>immutable|stable|volatile)\b",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(
    r"^comment on function booking_v1\.(?P<name>\w+)\([^)]*\)\s+is\s+'(?P<text>(?:[^']|'')*)';",
    re.MULTILINE,
)
_INCLUDE = re.compile(r"^\\ir functions/api/(\S+)$", re.MULTILINE)
# not the keys of JSON; a path such as p_hours.1.start_time is one
_IDENTIFIER = re.compile(r"(?<![\w`\"])[a-z0-9]+(?:_[a-z0-9]+)+(?:[.]\w+)*(?![\w`\"])")
_PERMISSION = re.compile(r"^\('(\w+)', +(.*?)\)[,;]", re.MULTILINE)
_ARGUMENT = re.compile(r"p_\w+(?: null|(?:, p_\w+)+)?: ")


class UnreadableError(Exception):
    """A file that isn't of the expected form; the text names it."""


@dataclass(frozen=True)
class Function:
    """A contract function as its file declares it. comment: first line, blank line, the rest."""

    name: str
    arguments: str
    returns: str
    is_read_only: bool
    comment: str


def read(file: Path) -> Function:
    """Read one file of sql/functions/api. UnreadableError: not of the expected form."""
    text = file.read_text(encoding="utf-8")
    created = _CREATE.search(text)
    comment = _COMMENT.search(text)
    if not created or not comment or not created["name"] == comment["name"] == file.stem:
        raise UnreadableError(f"{file}: expected one function {file.stem} and its comment")
    return Function(
        name=created["name"],
        arguments=created["arguments"].strip("\n"),
        returns=created["returns"],
        is_read_only=created["volatility"] != "volatile",
        comment=comment["text"].replace("''", "'"),
    )


def functions(sql: Path) -> list[Function]:
    """Every function of the contract, in the order of the manifest."""
    order = _INCLUDE.findall((sql / "install.sql").read_text(encoding="utf-8"))
    rank = {name: position for position, name in enumerate(order)}
    files = (sql / "functions" / "api").glob("*.sql")
    return [read(file) for file in sorted(files, key=lambda f: (rank.get(f.name, 10**6), f.name))]


def reference(found: list[Function]) -> str:
    """The reference as Markdown, an index first."""
    index = [f"- [`{f.name}`](#{f.name}): {_prose(f.comment.partition(chr(10))[0])}" for f in found]
    return "\n\n".join(["\n".join(index), *(_section(function) for function in found)])


def permissions(sql: Path) -> dict[str, dict[str, str]]:
    """The matrix of permissions: for each function and role none, own, all or policy."""
    text = (sql / "reference" / "permissions.sql").read_text(encoding="utf-8")
    return {
        function: dict(zip(ROLES, re.findall(r"'(\w+)'", scopes), strict=True))
        for function, scopes in _PERMISSION.findall(text)
    }


def matrix(found: dict[str, dict[str, str]]) -> str:
    """The matrix as a table; a dash is none."""
    lines = [f"| function | {' | '.join(ROLES)} |", f"|---{'|---' * len(ROLES)}|"]
    for function, scopes in found.items():
        cells = " | ".join("-" if scope == "none" else scope for scope in scopes.values())
        lines.append(f"| [`{function}`](#{function}) | {cells} |")
    return "\n".join(lines)


def replaced(document: str, part: str, text: str) -> str:
    """The document with `text` between the part's markers. UnreadableError: not one of each."""
    begin, end = f"<!-- {part}:begin -->", f"<!-- {part}:end -->"
    if document.count(begin) != 1 or document.count(end) != 1:
        raise UnreadableError(f"booking.md: expected one {begin} and one {end}")
    before, _, rest = document.partition(begin)
    return f"{before}{begin}\n\n{text}\n\n{end}{rest.partition(end)[2]}"


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Write the made parts, or with --check tell whether that changes anything; the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("usage: tools/docs.py [--check]\n")
        return 2
    document = root / "booking.md"
    try:
        before = document.read_text(encoding="utf-8")
        after = replaced(before, "permissions", matrix(permissions(root / "sql")))
        after = replaced(after, "contract", reference(functions(root / "sql")))
    except (OSError, UnreadableError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    if after == before:
        return 0
    if arguments:
        sys.stderr.write("booking.md is stale: run `make docs`\n")
        return 1
    document.write_text(after, encoding="utf-8")
    return 0


def _section(function: Function) -> str:
    separator = "\n" if "\n" in function.arguments else ""
    signature = (
        f"booking_v1.{function.name}({separator}{function.arguments}{separator})\n"
        f"returns {function.returns}"
    )
    effect = "Reads only." if function.is_read_only else "May write: call it by POST."
    body = "\n\n".join(_paragraph(part) for part in function.comment.split("\n\n"))
    return f"### {function.name}\n\n```sql\n{signature}\n```\n\n{body}\n\n{effect}"


def _paragraph(text: str) -> str:
    """A paragraph; lines that begin with an argument become a list."""
    blocks: list[str] = []
    for line in text.split("\n"):
        is_argument = bool(_ARGUMENT.match(line))
        ends_list = bool(blocks) and blocks[-1].startswith("- ") and blocks[-1].endswith(".")
        is_verdict = line.startswith(("Raises ", "Refusals"))
        if is_argument:
            blocks.append(f"- {line}")
        elif not blocks or ends_list or is_verdict:
            blocks.append(line)
        else:
            blocks[-1] += f" {line}"
    text = ""
    for block, before in zip(blocks, ["", *blocks], strict=False):
        in_list = block.startswith("- ") and before.startswith("- ")
        text += ("\n" if in_list else "\n\n" if before else "") + _prose(block)
    return text


def _prose(text: str) -> str:
    """Text with identifiers set as code."""
    return _IDENTIFIER.sub(lambda match: f"`{match[0]}`", text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
