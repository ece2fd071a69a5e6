"""Which handlers there are."""

import importlib
import logging
import pkgutil
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import cast

from pgbooking import logs
from pgbooking.errors import SetupError
from pgbooking.worker import handlers
from pgbooking.worker.handler import Handler


def found() -> list[Handler]:
    """The modules of `pgbooking.worker.handlers`."""
    return [
        # a module has the shape of a protocol, but its type doesn't say so
        cast(Handler, importlib.import_module(f"{handlers.__name__}.{module.name}"))
        for module in pkgutil.iter_modules(handlers.__path__)
    ]


def ready(handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """Those that are configured; what the others lack is logged, and their effects wait.

    A handler that needs configuration has a function `missing`: what has to be set, None where all
    is. It raises SetupError for what can't be read.
    """
    lacks = {kind: missing(handler) for kind, handler in handlers.items()}
    for kind, absent in lacks.items():
        if absent:
            logs.event("not configured", logging.WARNING, kind=kind, missing=absent)
    return {kind: handler for kind, handler in handlers.items() if not lacks[kind]}


def by_kind(candidates: Iterable[Handler], kinds: Collection[str] = ()) -> dict[str, Handler]:
    """Handlers by the kind they carry out. kinds: only these; SetupError where one is missing."""
    known = {handler.KIND: handler for handler in candidates}
    if missing := sorted(set(kinds) - known.keys()):
        there_are = ", ".join(sorted(known)) or "none"
        raise SetupError(f"no handler of kind {', '.join(missing)}; there are: {there_are}")
    return {kind: handler for kind, handler in known.items() if not kinds or kind in kinds}


def missing(handler: Handler) -> str | None:
    """What a handler lacks, None where nothing. SetupError: what it was given can't be read."""
    asked: Callable[[], str | None] | None = getattr(handler, "missing", None)
    return asked() if asked else None
