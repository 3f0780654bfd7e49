# Everything from a fresh clone: each target builds what it needs first.
#   make demo                 the four notices of corpora/line-case
#   make demo SOURCE=FILE     any notice of yours
#   make test                 the whole suite
#   make check                tests, linter, types and the built package
#   make bench-startup        what the command line costs, against importing spaCy
# Another Python: make test PYTHON=python3.13 VENV=.venv313

PYTHON ?= python3
VENV ?= .venv
SOURCE ?=

BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEV_INSTALLED := $(VENV)/.installed-dev
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

export SOURCE

.DEFAULT_GOAL := help
.PHONY: help venv demo test lint types format package coverage bench-startup check clean
.DELETE_ON_ERROR:

help:
	@sed -n 's/^#  *\(make .*\)/  \1/p' Makefile

# Built anew when pyproject.toml changes, so that a dependency that was dropped is gone.
# A folder that is no virtual environment is never cleared.
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "noticecheck needs Python 3.11 or newer: make ... PYTHON=/path/to/python3" >&2; exit 1; }
	@if [ -e "$(VENV)" ] && [ ! -f "$(VENV)/pyvenv.cfg" ]; then \
	  echo "$(VENV) exists and is no virtual environment: make ... VENV=another-folder" >&2; exit 1; fi
	@echo "Building $(VENV) (about a minute, once)" >&2
	@$(PYTHON) -m venv --clear "$(VENV)"
	@$(PIP) install --editable .
	@touch $@

$(DEV_INSTALLED): $(INSTALLED)
	@echo "Installing the development tools into $(VENV)" >&2
	@$(PIP) install --editable '.[all,dev]'
	@touch $@

venv: $(DEV_INSTALLED)

demo: $(INSTALLED)
	@PATH="$(abspath $(BIN)):$$PATH" scripts/demo.sh

test: $(DEV_INSTALLED)
	@$(BIN)/python -m pytest

lint: $(DEV_INSTALLED)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(DEV_INSTALLED)
	@$(BIN)/mypy

format: $(DEV_INSTALLED)
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

package: $(DEV_INSTALLED)
	@rm -rf dist
	@$(PIP) wheel --no-deps --wheel-dir dist .
	@$(BIN)/python scripts/check_wheel.py dist

coverage: $(DEV_INSTALLED)
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage report

bench-startup: $(DEV_INSTALLED)
	@$(BIN)/python benchmarks/startup.py

check: test lint types package

clean:
	@if [ -f "$(VENV)/pyvenv.cfg" ]; then rm -rf "$(VENV)"; fi
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	@find noticecheck tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
