"""A document that holds only a form of a whole department: published under its department, in no sum of projects."""

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import openpyxl
import pytest
from click.testing import CliRunner

from expectations.run import validate
from ingest.landing import tables as landing
from ingest.landing.batch import batch
from ingest.pipeline import read
from ingest.rows import BatchRow, Reading
from jixiao.build.models import build_models
from jixiao.build.workplace import Workplace
from jixiao.cli import main
from jixiao.dashboard.site import write_site
from jixiao.export.run import export_files
from tests.drawing.department import CODE, ITEMS, OUTSIDE, of_department
from tests.drawing.strategies import drawn
from tests.publish.conftest import unbuilt
from tests.publish.test_touched import assert_same_marts, differences
from tests.publish.test_warehouse import rows

FACTS = tuple(f"fct_department_{part}" for part in ("goals", "budget", "tasks", "indicators"))
GROWN = {
    *FACTS, "dim_city", "dim_department", "dim_document", "dim_year", "department_names", "document_sums", "audit_rule_results",
    "audit_rule_coverage", "audit_findings", "audit_finding_rows", "audit_priorities",
}  # fmt: skip
"""Marts that know the document; in all others nothing changes."""


def of_a_central_body() -> Reading:
    reading = of_department(read(drawn(2, "self_evaluation").data, "department.txt"))
    whose = replace(reading.document, place_code="100000", city_code="100000")
    whose = replace(whose, department_name="教育部", department_basis="manifest")
    return replace(reading, document=whose)


def built(warehouse: Path, first: int, batch_id: int, built_batch: int) -> Path:
    """Land the document as batch ``batch_id`` and build the models of what is newer than ``built_batch``."""
    with duckdb.connect(str(warehouse)) as connection:
        landing.create(connection)
        landing.land(connection, batch_id, first, batch([of_a_central_body()]))
        landing.land_rows(connection, batch_id, [BatchRow("project", "parser", first, 1, 0)])
    build_models(Workplace(warehouse, warehouse.parent), built_batch, is_as_published=True)
    return warehouse


@pytest.fixture(scope="module")
def increment(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copy(published, tmp_path_factory.mktemp("departments")))
    return built(copy, first=6, batch_id=2, built_batch=1)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("alone") / "warehouse.duckdb", first=1, batch_id=1, built_batch=0)


def test_it_is_published_under_its_department(increment: Path) -> None:
    query = """
        select city_name, province_name, department_name, department_code, function_name, characters_outside
        from marts.dim_document
        inner join marts.dim_department using (department_key)
        inner join marts.dim_city on dim_document.city_key = dim_city.city_key
        where document_key = 6
    """
    assert rows(increment, query) == [("中央", "中央", "教育部", CODE, "教育", OUTSIDE)]
    amounts = "select item, amount_wan, amount_yuan = amount_wan * 10000 from marts.fct_department_budget"
    assert set(rows(increment, amounts)) == {(item, amount, True) for item, amount in ITEMS.items()}
    counted = [rows(increment, f"select count(*), any_value(city_key) from marts.{fact}") for fact in FACTS]
    assert counted == [[(count, 100000)] for count in (1, 4, 2, len(of_a_central_body().department_indicators))]
    assert validate(increment).failures == ()


def test_it_is_in_no_sum_of_projects(published: Path, increment: Path) -> None:
    assert differences(published, increment).keys() <= GROWN
    places = "select count(*) from marts.audit_rule_results where document_key = 6 and project_key is not null"
    assert rows(increment, places) == [(0,)]


def test_an_increment_gives_what_a_whole_build_gives(published: Path, increment: Path, tmp_path: Path) -> None:
    whole = built(unbuilt(published, tmp_path), first=6, batch_id=2, built_batch=0)
    assert_same_marts(whole, increment)


@pytest.mark.parametrize("name", ["increment", "alone"])
def test_everything_works_with_it(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    warehouse: Path = request.getfixturevalue(name)
    task = of_a_central_body().department_tasks[0].task_name
    shown = CliRunner().invoke(main, ["search", task, "--warehouse", str(warehouse)])
    assert shown.exit_code == 0
    assert "部门整体" in shown.output
    ((key,),) = rows(warehouse, "select document_key from marts.dim_document where file_name = 'department.txt'")
    write_site(warehouse, tmp_path / "site")
    assert (next((tmp_path / "site" / "data").iterdir()) / "documents" / f"{key}.js").is_file()
    export_files("xlsx", warehouse, tmp_path / "xlsx", lambda names: names)
    (workbook,) = (tmp_path / "xlsx").glob("*教育部*.xlsx")
    assert openpyxl.load_workbook(workbook)["部门整体支出"].max_row == 1 + len(ITEMS)


def test_a_warehouse_of_nothing_else_has_a_state(alone: Path) -> None:
    with duckdb.connect(str(alone)) as connection:
        connection.execute("create schema quality")
        connection.execute("create table quality.validation_results as select 1 as batch_id, true as success")
    shown = CliRunner().invoke(main, ["status", "--warehouse", str(alone)])
    assert shown.exit_code == 0
    assert "0 projects, 0 indicators, 0.00 万元" in shown.output
    assert "1 form of a whole department" in shown.output
