# Two commands: `make warehouse` builds and publishes warehouse.duckdb, `make test` checks everything.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: warehouse test postgres-test bi-test lint docs metrics analyses pages clean

warehouse: .venv/ready
	$(BIN)/jixiao build

test: .venv/ready lint
	$(BIN)/pytest -n 2

# The export to a PostgreSQL server of its own (Debian: apt-get install postgresql), on no port, in a temporary folder.
postgres-test: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[export]'
	$(BIN)/pytest tests/publish/postgres_check.py

# The dashboard in Apache Superset, in an environment of its own (about 900 MB).
bi-test: .venv/ready .venv-bi/ready
	$(BIN)/pytest tests/publish/superset_check.py

.venv-bi/ready: requirements-bi.txt
	$(PYTHON) -m venv .venv-bi
	.venv-bi/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-bi.txt
	touch $@

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar models tests/dbt analyses

docs: warehouse
	$(BIN)/python -m jixiao.docs site

metrics: warehouse
	$(BIN)/python -m jixiao.metrics warehouse.duckdb

analyses: warehouse
	$(BIN)/python -m jixiao.analyses warehouse.duckdb

# The committed pages, of the documents of the project.
pages: warehouse
	$(BIN)/python -m jixiao.model_page
	$(BIN)/python -m jixiao.dictionary
	$(BIN)/python -m jixiao.metrics warehouse.duckdb > docs/metrics.md
	$(BIN)/python -m jixiao.analyses warehouse.duckdb > docs/analyses.md

clean:
	rm -rf .venv .venv-bi .build site target logs

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
