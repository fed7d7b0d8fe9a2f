# Everything a clone needs: `make demo` and `make test` set up their own environment first.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
INTEROP := $(VENV)/.interop

# pytest compiles the tests it rewrites; kept, that costs one run and not every one.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help setup interop demo test unit postgresql check format lint types layers evaluate lock clean

help: ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## Make the environment in .venv, from the hashed lock file

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/recoupe doctor >$(VENV)/doctor.txt || { cat $(VENV)/doctor.txt; exit 1; }
	@touch $@

$(INTEROP): $(READY) requirements-interop.lock
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-interop.lock
	@touch $@

interop: $(INTEROP) ## Add FollowTheMoney, which is built: needs a C++ compiler, pkg-config, ICU's headers

demo: $(READY) ## Read the bundled reports, write their dossier and say where to look
	$(BIN)/recoupe demo

picture: $(READY) ## Take the pictures of the README and the docs from the demo's dossier
	$(BIN)/python -m pytest -n 0 tests/dossier/files/test_picture.py
	cp build/screenshots/dossier.png build/screenshots/matrix.png build/screenshots/reading.png docs/

test: $(READY) ## Run all the tests
	$(PYTEST)

unit: $(READY) ## Run the quick tests: no browser, gold data, server or other processes
	$(PYTEST) -m "not browser and not shared and not process and not postgresql"

postgresql: $(READY) ## Run the tests that need a PostgreSQL server, on one started for them
	url=$$(.ci/postgresql start) && trap '.ci/postgresql stop' EXIT && \
	  RECOUPE_TEST_POSTGRESQL=$$url $(PYTEST) -m postgresql

check: format lint types layers unit ## Format, lint, strict types, layers, quick tests

format: $(READY) ## Check the format (ruff format . mends it)
	$(BIN)/ruff format --check .

lint: $(READY) ## Lint
	$(BIN)/ruff check .

types: $(READY) ## Strict type check
	$(BIN)/mypy

layers: $(READY) ## Check that no layer imports one above it
	$(BIN)/lint-imports

evaluate: $(READY) ## Measure every reader on the gold data, against the pinned floors
	$(BIN)/recoupe evaluate all

COMPILE := $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-annotate --no-header \
  --python $(BIN)/python

lock: ## Pin the dependencies again, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --extra dev --output-file requirements.lock pyproject.toml
	$(BIN)/python -c 'import tomllib; made = tomllib.load(open("pyproject.toml", "rb")); \
	  print(*made["project"]["optional-dependencies"]["interop"], sep="\n")' | \
	  $(COMPILE) --constraint requirements.lock --output-file requirements-interop.lock -

clean: ## Remove the environment and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis recoupe-demo
