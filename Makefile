# Everything a person does with this repository: serve, test, site. Each sets up what it needs,
# once, and again when a lock file changes.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := serve
.PHONY: serve test quick test-all lint site examples check schemas contract fix lock screenshots benchmarks clean help

PYTHON ?= python3
HOST := 127.0.0.1
PORT ?= 8000
# Where the site will stand on its host: only the "not found" page depends on it.
BASE ?=
export BASE
BIN := .venv/bin
# Mutes the theme's notice that it is maintained until May 2027.
export NO_MKDOCS_2_WARNING := 1
READY := .venv/.ready-site node_modules/.ready

serve: $(READY) schemas ## Build, serve on this machine and reload at each change
	$(BIN)/mkdocs serve --dev-addr $(HOST):$(PORT)

site: $(READY) ## The publishable site, in site/
	$(BIN)/mkdocs build --strict --site-dir site
	@echo "site/ is ready: plain files for any static host"

test: lint .venv/.ready-chromium ## Every check
	node --test --test-reporter=spec tests/units/*.test.js
	$(BIN)/mainstream check
	$(BIN)/mkdocs build --strict --site-dir build/site
	$(MAKE) --no-print-directory examples
	MAINSTREAM_SITE=build/site $(BIN)/pytest --numprocesses auto --dist worksteal

quick: lint ## What is checked without a browser and without building the site: about a minute
	node --test --test-reporter=spec tests/units/*.test.js
	$(BIN)/mainstream check
	$(BIN)/pytest --numprocesses auto --dist worksteal -m "not slow" $(addprefix --ignore tests/,browser pyodide runtime)

test-all: ## As test, with every look of every page, every tool and every example: far longer
	TEST_ALL=1 $(MAKE) --no-print-directory test

lint: $(READY) .venv/.ready-test ## Format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	node_modules/.bin/biome ci
	node_modules/.bin/tsc --noEmit -p tsconfig.json
	node_modules/.bin/tsc --noEmit -p tsconfig.node.json

examples: $(READY) ## The example versions, in build/examples/
	$(BIN)/python -m examples.pseudo_language
	for name in council dimensions right-to-left; do \
	  ADAPTATION=examples/$$name $(BIN)/mkdocs build --strict --site-dir build/examples/$$name || exit 1; done

check: $(READY) ## The content alone: every problem with its file, line and column
	$(BIN)/mainstream check

schemas: .venv/.ready-site ## JSON Schemas for editors, in build/schemas/ (.vscode knows them)
	$(BIN)/mainstream schemas build/schemas

contract: .venv/.ready-site ## What page and Python agree on, written anew into browser/
	$(BIN)/python -m mainstream.contract_types browser

fix: .venv/.ready-test node_modules/.ready ## Format, and mend what lint can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	node_modules/.bin/biome check --write

# What builds the site or opens a browser is left out: it runs the same code again, far more slowly.
.PHONY: coverage
coverage: $(READY) .venv/.ready-test ## Which lines and branches the fast tests do not reach
	rm -rf build/coverage && mkdir -p build/coverage
	$(BIN)/coverage run -m pytest --numprocesses auto -m "not slow" \
	  $(addprefix --ignore tests/,browser pyodide runtime)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --sort cover
	@echo "Left out, and so unseen in hooks/ and runtime/: tests/browser, pyodide, runtime and slow ones"

screenshots: site .venv/.ready-test .venv/.ready-chromium ## The README's pictures, from the real site
	$(BIN)/python -m screenshots.take site

benchmarks: $(READY) .venv/.ready-test .venv/.ready-chromium ## Timings and sizes
	$(BIN)/python -m benchmarks.engine
	$(BIN)/python -m benchmarks.responses
	$(BIN)/python -m benchmarks.pasted

lock: .venv/bin/python ## Choose new versions
	$(BIN)/pip install --quiet --disable-pip-version-check pip-tools
	for name in site test; do \
	  (cd requirements && ../$(BIN)/pip-compile --upgrade --generate-hashes --allow-unsafe \
	    --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
	    --output-file $$name.txt $$name.in) || exit 1; done
	npm install

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

clean: ## Remove everything that was built or installed
	rm -rf build site .venv node_modules

# Whatever could not be finished is removed, so that it is never mistaken for complete.
.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	rm -rf .venv
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.ready-site: requirements/site.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/.ready-test: requirements/test.txt .venv/.ready-site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

node_modules/.ready: package.json package-lock.json
	node -e 'if (parseInt(process.versions.node) < 20) { console.error("Node 20 or later is needed"); process.exit(1) }'
	npm ci --no-audit --no-fund
	touch $@

# A system Chromium where there is one; else by apt where this machine has it; else Playwright's.
.venv/.ready-chromium: .venv/.ready-test
	@if command -v chromium || command -v chromium-browser; then exit 0; fi; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=$$(command -v sudo || true); \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 -o -n "$$sudo" ] && \
	  $$sudo apt-get update -q && $$sudo apt-get install -q -y chromium; then exit 0; fi; \
	$(BIN)/playwright install chromium
	touch $@
