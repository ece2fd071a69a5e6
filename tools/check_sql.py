"""Rules of style that sqlfluff can't hold: those inside `$function$`, and those across files.

Reads every file of `sql/` with PostgreSQL's own parsers (pglast). Usage: check_sql.py [FOLDER];
prints `file: rule: what is wrong` and exits 1, or prints nothing and exits 0.
"""

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pglast import ast, parser

# (rule, file): why it may. One that is no longer needed is reported.
EXCEPTIONS = {
    ("clock", "functions/operations/now.sql"): "it is the clock",
    ("clock", "functions/operations/record_table_rules.sql"): "was it in this transaction?",
    ("clock", "schema/reference.sql"): "when a deployment really was; no rule reads it",
    ("clock", "schema/tenancy.sql"): "when a row was really added; no rule reads it",
    ("definer", "functions/abuse/check_request.sql"): "it stands before the door",
    ("definer", "functions/tenancy/caller_tenant_id.sql"): "it finds the tenant to enter",
    ("definer", "functions/notification/email_content.sql"): "the worker's, of what it leased",
    ("definer", "functions/feed/broadcast.sql"): "the dispatcher's, of what it has added",
    ("definer", "functions/outbox/dispatch_events.sql"): "the worker's, for every tenant",
    ("definer", "functions/outbox/leased_count.sql"): "it counts what all tenants have",
    ("definer", "functions/outbox/has_dead.sql"): "it asks what all tenants have",
    ("definer", "functions/outbox/lease_outbox.sql"): "the worker's, for every tenant",
    ("definer", "functions/outbox/report_outbox.sql"): "the worker's: the lease is its admission",
    ("definer", "functions/webhook/report_webhook.sql"): "the worker's: the lease is its admission",
    ("definer", "functions/doctor/find_installation_problems.sql"): "an administrator's",
    ("definer", "functions/doctor/find_tenant_problems.sql"): "an administrator's, of all tenants",
    ("definer", "functions/metrics/metrics.sql"): "a monitor's, of all tenants",
    ("definer", "functions/metrics/outbox_metrics.sql"): "it counts what all tenants have",
    ("definer", "functions/notification/text_content.sql"): "the worker's: it was leased",
    ("definer", "functions/webhook/webhook_content.sql"): "the worker's: it was leased",
    ("definer", "functions/outbox/tenants_with_work.sql"): "it finds the tenants to enter",
    ("static", "functions/job/run_in_tenants.sql"): "it calls a job by its name",
    ("static", "functions/outbox/dispatch_events.sql"): "what fails for a tenant is told",
    ("definer", "functions/job/run_in_tenants.sql"): "it goes from tenant to tenant",
    ("definer", "functions/job/run_job.sql"): "it runs the jobs, which are of every tenant",
    ("definer", "functions/job/tick.sql"): "it runs the jobs, which are of every tenant",
    ("definer", "functions/job/job_status.sql"): "jobs are of every tenant",
    ("definer", "functions/job/open_alerts.sql"): "alerts are the whole installation's",
    ("plans", "functions/tenancy/caller_tenant_id.sql"): "there are few tenants",
    ("plans", "functions/doctor/find_installation_problems.sql"): "it reads all there is",
    ("plans", "functions/doctor/find_tenant_problems.sql"): "it reads all there is",
    ("plans", "functions/metrics/metrics.sql"): "it reads what all tenants have counted",
    ("plans", "functions/metrics/outbox_metrics.sql"): "it counts what all tenants have",
    ("plans", "functions/job/run_in_tenants.sql"): "jobs go through much of a table at once",
    ("plans", "functions/job/run_job.sql"): "jobs go through much of a table at once",
    ("plans", "functions/job/tick.sql"): "jobs go through much of a table at once",
    ("plans", "functions/job/job_status.sql"): "there are few jobs",
    ("plans", "functions/job/open_alerts.sql"): "there are few alerts",
    ("clock", "functions/operations/new_id.sql"): "an id is made when it is made",
    ("static", "functions/doctor/find_broken_references.sql"): "it asks of every foreign key",
    ("static", "functions/doctor/find_lost_tenants.sql"): "it asks of every table of tenant data",
    ("static", "functions/job/run_job.sql"): "it calls a job by its name, and outlives its failure",
    ("static", "functions/job/schedule_jobs.sql"): "pg_cron is not in every database",
}

SEARCH_PATH = ("pg_catalog", "pg_temp")
# What the caller's session can't change in a definer function; a plan_cache_mode is up to each.
PINNED = {"search_path": SEARCH_PATH, "timezone": ("UTC",), "jit": ("off",)}
_LOADED = ("schema", "functions", "reference", "policies", "deploy", "../cron")
_OUR_ARRAY = re.compile(r"\bbooking(_v1)?\.\w+\[\]")
_OUR_SCHEMA = re.compile(r"\bbooking(_v1)?\.")
_HANDLERS_OWN = {"sqlstate", "sqlerrm"}
_ASSIGNMENT = re.compile(r"^[^=]*?:?=")
_CLOCKS = {
    *("now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "timeofday"),
}
_CLOCK_WORDS = {"now", "today", "tomorrow", "yesterday"}


def nodes(tree: Any, but: Callable[[ast.Node], bool] = lambda _: False) -> Iterator[Any]:
    """A syntax tree's nodes, outermost first. but: those to leave out, with all below them."""
    if isinstance(tree, ast.Node):
        if not but(tree):
            yield tree
            for field in tree:
                yield from nodes(getattr(tree, field), but)
    elif isinstance(tree, tuple | list):
        for item in tree:
            yield from nodes(item, but)


def dotted(names: Any) -> tuple[str, ...]:
    """The parts of a possibly qualified name."""
    return tuple(str(part.sval) for part in names if isinstance(part, ast.String))


def keys(tree: Any) -> Iterator[tuple[str, Any]]:
    """All keys with their values, at any depth, of what PL/pgSQL's parser gives."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield key, value
            yield from keys(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from keys(item)


@dataclass(frozen=True)
class Source:
    """A file of SQL. name: its path below the folder, with slashes."""

    name: str
    text: str

    @cached_property
    def statements(self) -> tuple[Any, ...]:
        """The statements; pglast.parser.ParseError if PostgreSQL couldn't read them."""
        return tuple(raw.stmt for raw in parser.parse_sql(self.text))

    @cached_property
    def functions(self) -> "tuple[Function, ...]":
        """The functions it creates."""
        found = (s for s in self.statements if isinstance(s, ast.CreateFunctionStmt))
        return tuple(Function(self, statement) for statement in found)


@dataclass(frozen=True)
class Function:
    """A `create function` statement of a file."""

    source: Source
    statement: Any

    @cached_property
    def name(self) -> tuple[str, ...]:
        """Schema and name."""
        return dotted(self.statement.funcname)

    @cached_property
    def options(self) -> dict[str, Any]:
        """Language, volatility, security, body; without the settings."""
        return {o.defname: o.arg for o in self.statement.options if o.defname != "set"}

    @cached_property
    def settings(self) -> dict[str, tuple[str, ...]]:
        """Its `set` clauses, as written."""
        clauses = [o.arg for o in self.statement.options if o.defname == "set"]
        return {c.name: tuple(a.val.sval for a in c.args or ()) for c in clauses}

    @property
    def language(self) -> str:
        """Of its body: sql or plpgsql."""
        return str(self.options["language"].sval)

    @property
    def is_definer(self) -> bool:
        """Whether it runs as its owner."""
        return bool(getattr(self.options.get("security"), "boolval", False))

    @cached_property
    def body(self) -> str:
        """The text between `$function$`; empty for `return` and `begin atomic`."""
        return str(self.options["as"][0].sval) if "as" in self.options else ""

    @cached_property
    def tree(self) -> Any:
        """What PL/pgSQL's parser gives; it knows no schema but public and no array of our types."""
        if self.language != "plpgsql":
            return []
        text = _OUR_ARRAY.sub("text[]", self.source.text)
        return json.loads(parser.parse_plpgsql_json(_OUR_SCHEMA.sub("public.", text)))

    @cached_property
    def queries(self) -> list[Any]:
        """The syntax trees of all SQL in the body, expressions included."""
        if self.language == "sql":
            return [raw.stmt for raw in parser.parse_sql(self.body or "select")]
        found = []
        for key, expression in keys(self.tree):
            if key != "PLpgSQL_expr":
                continue
            text, mode = expression["query"], expression["parseMode"]
            if mode:  # 0: a statement; 2: an expression; above: an assignment
                text = "select " + (_ASSIGNMENT.sub("", text, count=1) if mode > 2 else text)
            found += [raw.stmt for raw in parser.parse_sql(text)]
        return found

    def of(self, kind: type[ast.Node]) -> Iterator[Any]:
        """The nodes of one kind in its queries."""
        return (node for query in self.queries for node in nodes(query) if isinstance(node, kind))


def _file(function: Function) -> Iterator[str]:
    """One function a file, named as the file; the contract in functions/api, and nothing else."""
    schema, name = function.name
    if Path(function.source.name).stem != name or len(function.source.functions) != 1:
        yield f"{name}: one function a file, and the file is named as it"
    if (schema == "booking_v1") != function.source.name.startswith("functions/api/"):
        yield f"{schema}.{name} lies in the wrong folder"
    if not function.statement.replace:
        yield "create or replace, for it is loaded at every deployment"
    if "$function$" not in function.source.text:
        yield "the body is tagged $function$"


def _words(function: Function) -> Iterator[str]:
    """A comment in the database for each; a header in the file of what locks or writes."""
    commented = {
        dotted(statement.object.objname)
        for statement in function.source.statements
        if isinstance(statement, ast.CommentStmt)
        and isinstance(statement.object, ast.ObjectWithArgs)
    }
    if function.name not in commented:
        yield "no comment on function"
    reads_only = getattr(function.options.get("volatility"), "sval", "") in ("stable", "immutable")
    if function.name[0] == "booking" and not (reads_only or function.source.text.startswith("--")):
        yield "no header comment that says what it locks and writes"


def _names(function: Function) -> Iterator[str]:
    """Arguments begin with p_, variables with v_."""
    for parameter in function.statement.parameters or ():
        if parameter.mode.value in "dibv" and not (parameter.name or "").startswith("p_"):
            yield f"argument {parameter.name} does not begin with p_"
    for key, datums in keys(function.tree):
        if key != "datums":
            continue
        for datum in (value for item in datums for value in item.values()):
            name = datum.get("refname", "")
            declared = "lineno" in datum and name.isidentifier() and name not in _HANDLERS_OWN
            if declared and not name.startswith("v_"):
                yield f"variable {name} does not begin with v_"


def _attributes(function: Function) -> Iterator[str]:
    """Volatility is written; PL/pgSQL pins its search_path."""
    if "volatility" not in function.options:
        yield "volatility is not written"
    if function.language == "plpgsql" and function.settings.get("search_path") != SEARCH_PATH:
        yield f"does not set search_path = {', '.join(SEARCH_PATH)}"


def _strings(function: Function) -> Iterator[str]:
    """A backslash stands in E'…' only: elsewhere the caller's session says what it means."""
    for token in parser.scan(function.body):
        text = function.body[token.start : token.end + 1]
        if token.name == "SCONST" and text.startswith("'") and "\\" in text:
            yield f"{text} has a backslash: write a bracket expression, or E'…'"


def _definer(function: Function) -> Iterator[str]:
    """Definer functions are private, pin the session and enter the tenant before all else."""
    if not function.is_definer:
        return
    if function.name[0] == "booking_v1":
        yield "the contract runs as its caller"
    for setting, value in PINNED.items():
        if function.settings.get(setting) != value:
            yield f"does not set {setting} = {', '.join(value)}"
    blocks = [value for key, value in keys(function.tree) if key == "PLpgSQL_stmt_block"]
    first = blocks[0]["body"][:1] if blocks else []
    if "public.admit(" not in json.dumps(first):
        yield "does not begin with booking.admit"


def _plans(function: Function) -> Iterator[str]:
    """A plan lives as long as its connection: one made for empty tables reads no table whole."""
    keeps = function.settings.get("plan_cache_mode") == ("force_generic_plan",)
    if (keeps or function.is_definer) and function.settings.get("enable_seqscan") != ("off",):
        yield "does not set enable_seqscan = off"


def _columns(function: Function) -> Iterator[str]:
    """No bare select *: say whose columns. r.*, (v_row).* and returning * are fine."""
    for select in function.of(ast.SelectStmt):
        for target in select.targetList or ():
            fields = getattr(target.val, "fields", None) or ()
            if fields and isinstance(fields[0], ast.A_Star):
                yield "select *"


def _relations(function: Function) -> Iterator[str]:
    """Tables are qualified wherever no search_path is pinned."""
    known = {common.ctename for common in function.of(ast.CommonTableExpr)}
    for relation in function.of(ast.RangeVar):
        if not relation.schemaname and relation.relname not in known and not function.settings:
            yield f"{relation.relname} has no schema, and search_path is not pinned"


def _conditions(function: Function) -> Iterator[str]:
    """Whoever changes rows says which; Supabase's pg-safeupdate refuses the rest."""
    for statement in (*function.of(ast.UpdateStmt), *function.of(ast.DeleteStmt)):
        if statement.whereClause is None:
            yield "update or delete without where"


def _static(function: Function) -> Iterator[str]:
    """No dynamic SQL, and no handler that swallows whatever it was."""
    for key, value in keys(function.tree):
        if key.startswith("PLpgSQL_stmt_dyn") or key == "dynquery":
            yield "dynamic SQL"
        if key == "PLpgSQL_condition" and value.get("condname") == "others":
            yield "when others"


def _notation(function: Function) -> Iterator[str]:
    """PL/pgSQL calls our functions by argument name, if there is more than one.

    Calls within queries are left alone.
    """
    for query in function.queries if function.language == "plpgsql" else ():
        if getattr(query, "fromClause", None) or not isinstance(query, ast.SelectStmt):
            continue
        for call in nodes(query, but=lambda n: bool(getattr(n, "fromClause", None))):
            if not isinstance(call, ast.FuncCall) or dotted(call.funcname)[0] != "public":
                continue
            arguments = call.args or ()
            if len(arguments) > 1 and not all(isinstance(a, ast.NamedArgExpr) for a in arguments):
                yield f"booking.{dotted(call.funcname)[-1]} is called without names of arguments"


def _clock(source: Source) -> Iterator[str]:
    """The time is booking.now(), nothing else."""
    bodies = [query for function in source.functions for query in function.queries]
    for node in nodes([*source.statements, *bodies]):
        if isinstance(node, ast.FuncCall):
            *schema, name = dotted(node.funcname)
            if name in _CLOCKS and schema in ([], ["pg_catalog"]):
                yield f"{name}(): use booking.now()"
        elif isinstance(node, ast.SQLValueFunction):
            word = getattr(node.op, "name", "").removeprefix("SVFOP_").lower()
            if "date" in word or "time" in word:
                yield f"{word}: use booking.now()"
        elif isinstance(node, ast.TypeCast) and isinstance(node.arg, ast.A_Const):
            word = getattr(node.arg.val, "sval", None)
            if word in _CLOCK_WORDS:
                yield f"'{word}' as an instant: use booking.now()"


RULES: dict[str, Callable[[Function], Iterator[str]]] = {
    "file": _file,
    "words": _words,
    "names": _names,
    "attributes": _attributes,
    "strings": _strings,
    "definer": _definer,
    "plans": _plans,
    "columns": _columns,
    "relations": _relations,
    "conditions": _conditions,
    "static": _static,
    "notation": _notation,
}


def check_file(source: Source) -> Iterator[tuple[str, str]]:
    """The broken rules of a file, each with what is wrong."""
    try:
        if source.name.startswith(_LOADED):
            for problem in dict.fromkeys(_clock(source)):
                yield "clock", problem
        for function in source.functions if source.name.startswith("functions/") else ():
            for rule, find in RULES.items():
                for problem in dict.fromkeys(find(function)):
                    yield rule, problem
        if source.name.startswith("functions/") and not source.functions:
            yield "file", "creates no function"
    except parser.ParseError as error:
        yield "syntax", str(error.args[0])


def check_manifest(manifest: str, names: set[str]) -> Iterator[str]:
    """Every file is loaded exactly once, and every file that is loaded exists."""
    loaded = re.findall(r"^\\ir (\S+)", manifest, re.MULTILINE)
    for name in sorted({name for name in loaded if loaded.count(name) > 1}):
        yield f"{name} is loaded twice"
    for name in sorted(set(loaded) - names):
        yield f"{name} is loaded, but does not exist"
    for name in sorted(names - set(loaded)):
        if name.startswith(_LOADED):
            yield f"{name} is not loaded"


def check_migrations(listed: str, folder: Path) -> Iterator[str]:
    """deploy/migrations.sql lists every migration with its checksum."""
    files = sorted((folder / "migrations").glob("*.sql"))
    sums = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    lines = [f'        "{name}": "{checksum}"' for name, checksum in sums.items()]
    wanted = "'{\n" + ",\n".join(lines) + "\n    }'" if lines else "'{}'"
    if f"v_migrations jsonb := {wanted};" not in listed:
        yield f"v_migrations has to be {wanted}"


def check_overloads(sources: list[Source]) -> Iterator[str]:
    """One name, one function."""
    seen: dict[tuple[str, ...], str] = {}
    for source in sources:
        for function in source.functions if source.name.startswith("functions/") else ():
            if function.name in seen:
                yield f"{'.'.join(function.name)} is in {seen[function.name]} and {source.name}"
            seen[function.name] = source.name


def check(folder: Path) -> list[str]:
    """All that is wrong in the folder with install.sql, a line each."""
    files = sorted(f for f in folder.rglob("*.sql") if f.name != "install.sql")
    files += sorted(folder.parent.glob("cron/*.sql"))
    sources = [
        Source(Path(os.path.relpath(f, folder)).as_posix(), f.read_text(encoding="utf-8"))
        for f in files
    ]
    found = [(source.name, *problem) for source in sources for problem in check_file(source)]
    used = {(rule, name) for name, rule, _ in found} & EXCEPTIONS.keys()
    lines = [f"{n}: {rule}: {what}" for n, rule, what in found if (rule, n) not in EXCEPTIONS]
    names = {source.name for source in sources}
    manifest = (folder / "install.sql").read_text(encoding="utf-8")
    lines += [f"install.sql: manifest: {what}" for what in check_manifest(manifest, names)]
    listed = {source.name: source.text for source in sources}.get("deploy/migrations.sql", "")
    lines += [f"deploy/migrations.sql: {what}" for what in check_migrations(listed, folder)]
    if not any(rule == "syntax" for _, rule, _ in found):
        lines += [f"functions: overload: {what}" for what in check_overloads(sources)]
    lines += [f"{n}: exception from {rule} is not needed" for rule, n in EXCEPTIONS.keys() - used]
    return lines


def main() -> int:
    """Check the folder named on the command line, else `sql`."""
    lines = check(Path(sys.argv[1] if len(sys.argv) > 1 else "sql"))
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
