# Everything a developer or a first-time visitor types. `make` alone explains itself.

PYTHON ?= python3
VENV   := .venv
STAMP  := $(VENV)/.complete
BIN    := $(VENV)/bin
CLIENTS := tests/clients
PORT   ?= 8000
SCALE  ?= 1
SECONDS ?= 300
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadscope -q

.DEFAULT_GOAL := help
.PHONY: help demo up down test lint bench soak check-drift docs clean packages clients

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(STAMP)  ## the engine at work in the terminal, on an embedded PostgreSQL
	@$(BIN)/pgbooking demo

up: $(STAMP)  ## serve the demo over HTTP (PORT=8000) until Ctrl-C
	@$(BIN)/pgbooking serve --demo --port $(PORT)

down: $(STAMP)  ## stop the demo's PostgreSQL; its data stay
	@$(BIN)/pgbooking cluster stop

test: $(STAMP) packages clients lint  ## everything, on Debian's PostgreSQL 15 and the embedded 18
	@if [ -x /usr/lib/postgresql/15/bin/postgres ]; then $(PYTEST) --server 15; \
	else echo "skipped: all tests on PostgreSQL 15 (Debian's package postgresql-15 is missing)"; fi
	@$(PYTEST) --server 18
	@if [ ! -e /usr/share/postgresql/15/extension/pgtap.control ]; then \
	echo "skipped: pgTAP tests (Debian's package postgresql-15-pgtap is missing)"; fi

packages:
	@tools/debian-packages
	@tools/promtool

# PostgREST, its JavaScript clients and Supabase's command line, for the tests that drive the real ones; without, they are
# skipped.
clients: $(CLIENTS)/node_modules/.complete
$(CLIENTS)/node_modules/.complete: $(CLIENTS)/package.json $(CLIENTS)/package-lock.json
	@tools/node-packages $(CLIENTS)

lint: $(STAMP)  ## style and types of Python and SQL
	@tools/lint $(BIN)

soak: $(STAMP)  ## random tenants and racing clients, SECONDS=300 each (SEED=… repeats one run)
	@SOAK_SECONDS=$(SECONDS) SOAK_SEED=$(SEED) $(BIN)/python -m pytest -q -s tests/soak.py

check-drift: $(STAMP)  ## does an upgrade of the last release give what a fresh installation gives?
	@$(BIN)/python -m tools.drift

bench: $(STAMP)  ## measure the engine, each figure beside its floor (SCALE=1: two million claims)
	@$(BIN)/python -m bench --scale $(SCALE)

docs: $(STAMP)  ## make the reference in booking.md from the database's comments
	@$(BIN)/python tools/docs.py

clean:  ## remove the virtual environment, private clusters and caches
	@if [ -x $(BIN)/pgbooking ]; then $(BIN)/pgbooking cluster remove; fi
	@rm -rf $(VENV) $(CLIENTS)/node_modules .pgbooking .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

# The stamp comes last: an interrupted installation is started over, from nothing.
$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	|| { echo "error: Python 3.11 or later is needed ($(PYTHON)); try make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	|| { echo "error: Python's venv module is missing (Debian: apt install python3-venv)"; exit 1; }
	@echo "preparing $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	-c requirements.lock -e '.[dev]'
	@touch $@
