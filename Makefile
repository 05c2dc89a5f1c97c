# `make run` and `make test` do everything on a fresh machine with Python 3.11 or newer, make and git.
PYTHON ?= python3
BIN := .venv/bin
MODELS := $(shell find dbt_project -name '*.sql' -o -name '*.yml' | grep -v '/target/')
MANIFEST := dbt_project/target/manifest.json
PACKAGES := assets expectations orchestration benchmarks
# Three processes keep two cores busy: the test of the UI mostly waits. Files go out in their order, whole runs first.
SPREAD := --numprocesses 3 --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help run test setup ui check format lock compat data-dictionary clean

help:            ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-16s %s\n", $$1, $$2}'

run: setup       ## set up if needed, take in seeds/documents, publish, show what was published
	@$(BIN)/demarche run

test: .venv/developer $(MANIFEST) ## set up if needed, run all tests
	@$(BIN)/python -m pytest $(SPREAD) $(ARGS)

setup: .venv/runtime $(MANIFEST) ## only the environment and dbt's manifest

ui: setup        ## the Dagster UI on data/, schedule and sensor visible
	@$(BIN)/demarche ui

check: .venv/developer $(MANIFEST) ## format, lint, types, SQL lint, import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint dbt_project/models --processes 2

format: .venv/developer ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:            ## pin all dependencies anew, with hashes
	$(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url pyproject.toml --group build --output-file requirements.txt --upgrade
	.venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url pyproject.toml --group build --group dev --constraints requirements.txt --output-file requirements-dev.txt --upgrade

compat: setup    ## open the published file with DuckDB 1.0, 1.4 and 2.0 clients
	$(BIN)/python -m benchmarks.compat

data-dictionary: setup ## docs/data_dictionary.md, made from dbt's descriptions
	$(BIN)/python dbt_project/data_dictionary.py

clean:           ## remove the environment and dbt's target, keep data/
	rm -rf .venv dbt_project/target

.venv/runtime: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Demarche needs Python 3.11 or newer, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing the pinned packages (a minute or two, once)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . 2>/dev/null
	$(BIN)/python -m compileall -q $(PACKAGES) || true
	@touch $@

.venv/developer: .venv/runtime requirements-dev.txt
	@echo "installing the pinned developer tools"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

$(MANIFEST): $(MODELS) .venv/runtime
	@echo "parsing the dbt project"
	@$(BIN)/python -c "from assets.marts.build import parse; parse()"
	@touch $@
