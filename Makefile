# Two commands: `make warehouse` builds and publishes warehouse.duckdb, `make test` checks everything.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: warehouse test lint fuzz benchmark ocr ocr-test docs pages dashboard dashboard-test
.PHONY: postgres-test bi-test spark-test clean

warehouse: .venv/ready
	$(BIN)/jixiao build

test: .venv/ready lint
	$(BIN)/pytest -n 2

# The export to a PostgreSQL server of its own (Debian: apt-get install postgresql), on no port, in a temporary folder.
postgres-test: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[export]'
	$(BIN)/pytest tests/optional/postgres

# The dashboard in Apache Superset, in an environment of its own (about 900 MB).
bi-test: .venv/ready .venv-bi/ready
	$(BIN)/pytest tests/optional/superset

.venv-bi/ready: requirements-bi.txt
	$(PYTHON) -m venv .venv-bi
	.venv-bi/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-bi.txt
	touch $@

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/sqlfluff lint --disable-progress-bar models tests/dbt analyses

fuzz: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris==3.0.0
	$(BIN)/python -m tests.fuzz

# Beside other tools, into docs/performance/ and docs/performance.md. SIZE=full takes hours.
SIZE ?= small
benchmark: .venv/ready
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null || (apt-get update && apt-get install --yes --no-install-recommends postgresql)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python -m benchmarks docs/performance --size $(SIZE)
	$(BIN)/python -m benchmarks.page

ocr: .venv/ocr

ocr-test: .venv/ocr
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[ocr-test]"
	$(BIN)/pytest tests/optional/scan

# The documentation of your warehouse.duckdb, as a site that opens from its folder.
docs: warehouse
	$(BIN)/python -m jixiao.docs site

# The committed pages of docs/, of the documents of the project.
pages: warehouse
	$(BIN)/python -m jixiao.docs pages

# The page itself: needs Node. Its result is kept in jixiao/dashboard/bundle/, so that nobody else does.
dashboard: .venv/ready
	cd jixiao/dashboard/page && npm ci && npm run build
	$(BIN)/python -m jixiao.dashboard.built

# The page in a real browser: Debian's chromium and fonts, driven by playwright.
dashboard-test: .venv/ready
	command -v chromium || (apt-get update && apt-get install --yes --no-install-recommends chromium fonts-noto-cjk)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r dashboard/tests/requirements.txt
	$(BIN)/pytest tests/optional/dashboard

# The same documents and the same models on Spark, row by row: Debian's Java, about half an hour (DRAWN=60: some minutes).
spark-test: .venv/ready
	command -v java || (apt-get update && apt-get install --yes --no-install-recommends default-jre-headless)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r spark/requirements.txt
	$(BIN)/pytest tests/optional/spark

clean:
	rm -rf .venv .venv-bi .build site target logs dashboard jixiao/dashboard/page/node_modules

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/ocr: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[ocr]"
	touch $@
