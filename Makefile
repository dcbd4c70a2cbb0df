# Two commands: `make warehouse` builds and publishes warehouse.duckdb, `make test` checks everything.
PYTHON ?= python3
BIN := .venv/bin
# Told in one line instead of by pip.
NEWER := import sys; sys.exit("Python 3.11 or later is needed, this is %d.%d: make PYTHON=python3.11" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)
# On a terminal pip shows how far it is.
QUIET := $(shell test -t 2 || echo --quiet)
INSTALL := python -m pip install $(QUIET) --disable-pip-version-check --require-hashes

.PHONY: help warehouse test sample pictures lint fuzz mutants benchmark ocr ocr-test office office-test docs site-test pages dashboard dashboard-test
.PHONY: postgres-test bi-test spark-test kill-test delivery-test display-test fetch-test lock clean

# Reads documents/, builds, validates and publishes warehouse.duckdb.
warehouse: .venv/ready
	$(BIN)/jixiao build

# What can be made: each target with what stands above it here.
help:
	@awk '/^# / {said = said substr($$0, 2)} /^[a-z-]+:/ {sub(/:.*/, ""); if (said) printf "%-15s%s\n", $$0, said} /^\t|^$$/ {said = ""}' Makefile

# Lint, types and every test.
test: .venv/ready lint
	$(BIN)/pytest -n 2 --dist worksteal --durations=20

# Forty drawn documents of several cities and years, built into a warehouse and a dashboard of their own in sample/.
sample: .venv/ready
	$(BIN)/python -m tests.drawing.sample sample/documents
	$(BIN)/jixiao build --documents sample/documents --warehouse sample/warehouse.duckdb

# The pictures of the READMEs, of that collection.
pictures: sample .venv/dashboard-test
	command -v chromium || (apt-get update && apt-get install --yes --no-install-recommends chromium fonts-noto-cjk)
	$(BIN)/python -m tests.optional.dashboard.pictures sample/warehouse.duckdb docs/images

# The export to a PostgreSQL server of its own (Debian: apt-get install postgresql), on no port, in a temporary folder.
postgres-test: .venv/export
	$(BIN)/pytest tests/optional/postgres

# The dashboard in Apache Superset, in an environment of its own (about 900 MB).
bi-test: .venv/ready .venv-bi/ready
	$(BIN)/pytest tests/optional/superset

# Style, types, imports and SQL.
lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/sqlfluff lint --processes 0 --disable-progress-bar models tests/dbt analyses

# Readers and grammar on hostile input, five minutes.
fuzz: .venv/fuzz
	$(BIN)/python -m tests.fuzz

# Defects planted one at a time, into docs/reliability.md: an hour or more. MUTANTS='--only 1 2', '--tests' (slow), '--anew'.
mutants: .venv/ready
	$(BIN)/python -m tests.mutants $(MUTANTS)

# Beside other tools, into docs/performance/ and docs/performance.md. SIZE=full takes hours.
SIZE ?= small
benchmark: .venv/bench
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null || (apt-get update && apt-get install --yes --no-install-recommends postgresql)
	$(BIN)/python -m benchmarks docs/performance --size $(SIZE)
	$(BIN)/python -m benchmarks.page

# What scans are read with.
ocr: .venv/ocr

# Scans, drawn and recognised.
ocr-test: .venv/ocr .venv/ocr-test
	$(BIN)/pytest tests/optional/scan

# What reads .doc, .wps, .rtf and .rar, .7z: Debian's LibreOffice, without its windows, and bsdtar.
OFFICE := libreoffice-writer-nogui libreoffice-calc-nogui libarchive-tools
office:
	dpkg --status $(OFFICE) >/dev/null 2>&1 || (apt-get update && apt-get install --yes --no-install-recommends $(OFFICE))

# Files of older office programs and archives, made by these programs or by hand.
office-test: .venv/ready office
	$(BIN)/pytest tests/optional/office

# The documentation of your warehouse.duckdb, as a site that opens from its folder.
docs: warehouse .venv/site
	$(BIN)/python -m jixiao.docs site

# The site without a broken link, and its search in a real browser.
site-test: .venv/ready .venv/site .venv/dashboard-test
	command -v chromium || (apt-get update && apt-get install --yes --no-install-recommends chromium fonts-noto-cjk)
	$(BIN)/pytest tests/optional/site

# The committed pages of docs/, of the documents of the project.
pages: warehouse
	$(BIN)/python -m jixiao.docs pages

# The page itself: needs Node. Its result is kept in jixiao/dashboard/bundle/, so that nobody else does.
dashboard: .venv/ready
	cd jixiao/dashboard/page && npm ci && npm run build
	$(BIN)/python -m jixiao.dashboard.built

# The page in a real browser: Debian's chromium and fonts, driven by playwright.
dashboard-test: .venv/dashboard-test
	command -v chromium || (apt-get update && apt-get install --yes --no-install-recommends chromium fonts-noto-cjk)
	$(BIN)/pytest tests/optional/dashboard

# The same documents and the same models on Spark, row by row: Debian's Java, about half an hour (DRAWN=60: some minutes).
spark-test: .venv/spark
	command -v java || (apt-get update && apt-get install --yes --no-install-recommends default-jre-headless)
	PYTEST_ADDOPTS="-o faulthandler_timeout=14400" $(BIN)/pytest tests/optional/spark

# Builds killed at every step of publication and at random moments; what they leave, and what the next build makes of it.
KILLS ?= 200
kill-test: .venv/ready
	KILLS=$(KILLS) $(BIN)/pytest tests/optional/kills

# Runs of fetch killed at every step and at random moments (KILLS= how many; 100 of them unless told).
fetch-test: .venv/ready
	$(BIN)/pytest tests/optional/fetch

# Drawn documents delivered, withdrawn, corrected, read again, beside a fresh build; some minutes. DRAWN= how many.
delivery-test: .venv/ready
	$(BIN)/pytest tests/optional/deliveries

# Number formats beside what LibreOffice displays (Debian's, without its windows), headless.
display-test: .venv/ready
	command -v soffice || (apt-get update && apt-get install --yes --no-install-recommends libreoffice-calc-nogui)
	$(BIN)/pytest tests/optional/display

# Takes away what was installed and built; documents and warehouses stay.
clean:
	rm -rf .venv .venv-bi .venv-lock .build site target logs dashboard jixiao/dashboard/page/node_modules

.venv/ready: requirements/base.txt pyproject.toml
	@$(PYTHON) -c '$(NEWER)'
	@echo 'installing into .venv: about 200 MB to download, 1.2 GB on disk, some minutes'
	$(PYTHON) -m venv .venv
	$(BIN)/$(INSTALL) -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q ingest expectations jixiao
	touch $@

# An extra, added to the environment.
.venv/%: requirements/%.txt .venv/ready
	$(BIN)/$(INSTALL) -r $<
	touch $@

# An environment of its own.
.venv-%/ready: requirements/%.txt
	@$(PYTHON) -c '$(NEWER)'
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/$(INSTALL) -r $<
	touch $@

# Every lock, from the ranges of pyproject.toml. A pin stays until it is told to move: UPGRADE=--upgrade moves all of
# them, UPGRADE='--upgrade-package NAME' one. An extra's lock holds what it adds to base, and what base has only on
# some platforms.
EXTRAS := bench dashboard-test export fuzz ocr ocr-test site spark
COMPILE = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-strip-extras \
	--custom-compile-command 'make lock' $(UPGRADE)
IN_BASE = sed -n '/sys_platform/!s/^\([a-z0-9-]*\).*==.*/--no-emit-package=\1/p' requirements/base.txt

# Every lock of requirements/ anew.
lock: .venv-lock/ready
	$(COMPILE) pyproject.toml --extra dev --extra metrics -o requirements/base.txt
	set -e; for extra in $(EXTRAS); do \
		$(COMPILE) pyproject.toml --extra $$extra -c requirements/base.txt $$($(IN_BASE)) -o requirements/$$extra.txt; \
	done
	set -e; for group in bi lock; do $(COMPILE) --group $$group -o requirements/$$group.txt; done
