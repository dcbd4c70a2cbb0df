# Two commands: `make warehouse` builds and publishes warehouse.duckdb, `make test` checks everything.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: warehouse test lint ocr ocr-test docs clean

warehouse: .venv/ready
	$(BIN)/jixiao build

test: .venv/ready lint
	$(BIN)/pytest -n 2

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar models tests/dbt

ocr: .venv/ocr

ocr-test: .venv/ocr
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[ocr-test]"
	$(BIN)/pytest tests/scan

docs: warehouse
	$(BIN)/python -m jixiao.docs site

clean:
	rm -rf .venv .build site target logs

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/ocr: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[ocr]"
	touch $@
