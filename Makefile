# `make` sets everything up and builds the report site; `make demo` builds that of a second topic;
# `make test` sets up and runs every check, `make quick` those of what was changed.
# Needs Python 3.11 or newer and make; nothing is installed outside .venv.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUNTIME := .venv/.runtime
DEV := .venv/.dev

.DEFAULT_GOAL := build
.PHONY: build demo test quick cover check bench fuzz pictures lock clean

build: $(RUNTIME)
	$(BIN)/kb build

# The second corpus: laser hair removal, on the pack `treatment`.
demo: $(RUNTIME)
	$(BIN)/kb build --corpus tests/laser --store .kb-demo --site site-demo

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Counterclaim needs Python 3.11 or newer on the PATH" >&2; exit 2; }
	@echo "Setting up .venv; this takes about a minute, once"
	@$(PYTHON) -m venv .venv

$(RUNTIME): requirements.txt pyproject.toml | $(BIN)/python
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.txt | $(RUNTIME)
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# One process a core; who has none left takes over half of another's tests.
SPREAD := -n auto --dist worksteal

test: check
	$(BIN)/python -m pytest $(SPREAD)

quick: check
	$(BIN)/python -m tests.quick

# The same tests as `make test`, in twice its time: which lines and branches they reach.
cover: $(RUNTIME) $(DEV)
	$(BIN)/coverage erase
	$(BIN)/python -m pytest $(SPREAD) --cov --cov-report=term

check: $(RUNTIME) $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(RUNTIME) $(DEV)
	$(BIN)/python -m pytest tests/bench --benchmark-only

fuzz: $(RUNTIME) $(DEV)
	$(BIN)/python -m pytest -m fuzz

# Takes the pictures in docs/pictures anew; needs Chromium.
pictures: $(RUNTIME) $(DEV)
	$(BIN)/python -m tests.browser.pictures

# Pins the newest versions that pyproject.toml allows; needs uv.
LOCK := uv pip compile --quiet --upgrade --generate-hashes --universal --fork-strategy fewest \
	--python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
	--extra lsp --extra readers --extra web pyproject.toml

lock:
	$(LOCK) --group build --output-file requirements.txt
	$(LOCK) --group dev --constraints requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv .kb .kb-demo site site-demo build dist *.egg-info .coverage .coverage.* .pytest_cache .mypy_cache \
		.ruff_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
