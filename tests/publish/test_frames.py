"""A warehouse opened in a notebook: what its frames hold, what it refuses, and the words behind a row."""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

import jixiao
from jixiao.marts import terms
from jixiao.warehouse import NoWarehouse
from jixiao.warehouse.chosen import UnknownName
from jixiao.warehouse.evidence import KEYS
from jixiao.warehouse.frames import Warehouse
from tests.publish.hostile import spoil

FRAMES = {
    "funding": "fct_funding",
    "indicators": "fct_indicators",
    "projects": "fct_goals",
    "findings": "audit_findings",
}


@pytest.fixture(scope="module")
def opened(published: Path) -> Iterator[Warehouse]:
    with jixiao.open(published) as warehouse:
        yield warehouse


@pytest.fixture(scope="module")
def chinese(published: Path) -> Iterator[Warehouse]:
    with jixiao.open(str(published), names="zh") as warehouse:
        yield warehouse


@pytest.mark.parametrize(("frame", "table"), FRAMES.items())
def test_a_frame_holds_every_row_of_its_table_once(opened: Warehouse, frame: str, table: str) -> None:
    rows = getattr(opened, frame)()
    key = rows.columns[0]
    kept = opened.sql(f"select {key} from marts.{table}")
    assert sorted(rows[key]) == sorted(kept[key]) != []


def test_money_is_exact(opened: Warehouse) -> None:
    funding = opened.funding(city="广州市", year=2024)
    assert funding["amount_wan"].dtype == pl.Decimal(18, 6)
    assert funding["amount_wan"].sum() == Decimal("59879.99")
    assert opened.projects(year=2024)["amount_wan"].sum() == Decimal("59879.99")
    assert sum(opened.projects()["indicators"]) == opened.indicators().height


def test_choices_are_one_or_several_and_meet(opened: Warehouse) -> None:
    every = opened.funding()
    assert opened.funding(city=["广州市", "东莞市"], year=[2020, 2024, 2025, 2026]).equals(every)
    assert set(opened.indicators(function="直属机关工委")["city_name"]) == {"广州市", "东莞市"}
    assert opened.projects(function="direct_organs", city="东莞市")["project_name"].len() == 8
    assert opened.findings(department="中国共产党广州市委员会组织部", year=2020).is_empty()
    assert set(opened.findings(year=2024)["budget_year"]) == {2024}


def test_a_department_is_meant_by_a_former_name_too(published: Path, tmp_path: Path) -> None:
    warehouse = Path(shutil.copy(published, tmp_path))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(
            "insert into marts.department_names "
            "select department_key, '市直机关党委', 2010, 2012, 1, true, false from marts.dim_department limit 1"
        )
    with jixiao.open(warehouse) as opened:
        now = opened.funding(department="市直机关党委")
        assert set(now["department_name"]) == {opened.sql("from marts.dim_department limit 1")["department_name"][0]}


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({"city": "广州"}, r"holds no city '广州'; near are: 广州市"),
        ({"city": "Atlantis"}, r"2 others, such as 东莞市"),
        ({"department": "组织部"}, "near are: 中国共产党广州市委员会组织部"),
        ({"function": ["组织部", "政协"]}, "'政协'; near are: 政协办公厅"),
        ({"year": 2030}, "2020, 2024, 2025, 2026"),
        ({"year": [2024, 1900]}, "no budget year 1900"),
    ],
)
def test_an_unknown_name_is_refused_with_those_near(opened: Warehouse, choice: dict[str, Any], told: str) -> None:
    for frame in FRAMES:
        with pytest.raises(UnknownName, match=told):
            getattr(opened, frame)(**choice)


def test_columns_have_their_chinese_terms(opened: Warehouse, chinese: Warehouse) -> None:
    for frame in FRAMES:
        english, named = getattr(opened, frame)(), getattr(chinese, frame)()
        assert named.columns == [terms("column_terms")[name] for name in english.columns]
        assert named.rows() == english.rows()
    counted = chinese.sql("select city_name, count(*) as many from marts.fct_funding join marts.dim_city using (city_key) group by all")  # fmt: skip
    assert counted.columns == ["城市名称", "many"]


def test_two_columns_of_one_term_keep_their_own_names(chinese: Warehouse) -> None:
    both = chinese.sql(
        "select target, annual_target, page from marts.fct_performance full join marts.fct_indicators using (page)"
    )
    assert both.columns == ["年度指标值 target", "年度指标值 annual_target", "页码"]


@pytest.mark.parametrize("names", ["en", "zh"])
def test_the_words_of_a_row_are_those_of_its_document(published: Path, names: Any) -> None:
    with jixiao.open(published, names=names) as opened:
        column = "is_repaired" if names == "en" else "是否按勾稽关系推算"
        repaired = opened.funding().filter(pl.col(column))
        found = opened.evidence(repaired)
        assert (found.words, found.file_name, found.line) == ("25. 7€", "002_62b72da97c2488e0.txt", 38)
        assert found.words in found.context and found.context.startswith(found.before)
        for frame in FRAMES:
            rows = getattr(opened, frame)()
            assert opened.evidence(rows.row(rows.height - 1, named=True)).words


def test_a_row_of_any_table_with_a_place_leads_to_its_words(opened: Warehouse) -> None:
    printed = opened.sql("select * from marts.reconciliation where level = 'document' and document_key = 1")
    assert opened.evidence(printed).words == printed["printed"][0]
    for key, table in KEYS.items():
        assert set(opened.columns(table)["column_name"]) >= {key, "document_key", "page", "line", "char_start"}
    indicators = opened.sql("select indicator_key from marts.fct_indicators")
    assert opened.evidence(indicators[0]).words
    with pytest.raises(ValueError, match="of one row, the frame has"):
        opened.evidence(indicators)
    with pytest.raises(ValueError, match="funding_key"):
        opened.evidence({"amount_wan": 5})
    with pytest.raises(ValueError, match="no row with goal_key -1"):
        opened.evidence({"goal_key": -1})


def test_a_document_never_becomes_markup(published: Path, tmp_path: Path) -> None:
    warehouse = spoil(published, tmp_path, ("<script>alert(1)</script>\x1b[31m",))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("update landing.sources set text = replace(text, '工作经费', '<b>&工')")
    with jixiao.open(warehouse) as opened:
        found = opened.evidence(opened.funding()[0])
    assert "<script>" not in found._repr_html_() and "\x1b" not in str(found)
    assert "&lt;b&gt;&amp;工" in found._repr_html_()


@pytest.mark.parametrize(
    "query",
    [
        "select 1; select 2",
        "",
        "drop table marts.dim_city",
        "delete from marts.dim_city returning *",
        "create temp table t as select 1",
        "set lock_configuration = false",
        "attach ':memory:' as other",
        "copy marts.dim_city to 'cities.csv'",
        "select * from read_text('/etc/hostname')",
        "from 'cities.csv'",
        "select * from opened",
    ],
)
def test_sql_reads_the_warehouse_and_nothing_else(opened: Warehouse, query: str) -> None:
    with pytest.raises((ValueError, duckdb.Error)):
        opened.sql(query)
    assert opened.sql("select count(*) as cities from marts.dim_city")["cities"][0] >= 2


def test_sql_takes_parameters(opened: Warehouse) -> None:
    query = "select count(*) as many from marts.fct_funding where amount_wan > {}"
    assert (
        opened.sql(query.format("?"), [100]).equals(opened.sql(query.format("$least"), {"least": 100}))
        and opened.sql(query.format("?"), [10**9])["many"][0] == 0
    )


def test_tables_and_columns_are_told(opened: Warehouse) -> None:
    tables = opened.tables()
    assert dict(tables.select("table_name", "term").rows()) == terms("table_terms")
    assert dict(tables.select("table_name", "rows").rows())["fct_funding"] == opened.funding().height
    told = opened.columns("fct_funding")
    assert ("amount_wan", "金额（万元）", "DECIMAL(18,6)") in told.select("column_name", "term", "type").rows()
    with pytest.raises(UnknownName, match="no table 'funding'"):
        opened.columns("funding")


def test_what_is_no_warehouse_is_said_with_what_to_do(tmp_path: Path, published: Path) -> None:
    (tmp_path / "text.duckdb").write_text("no database")
    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    for name, told in (("missing", "does not exist; `jixiao build"), ("text", "cannot be opened"), ("empty", "no schema marts")):  # fmt: skip
        with pytest.raises(NoWarehouse, match=told):
            jixiao.open(tmp_path / f"{name}.duckdb")
    with pytest.raises(ValueError, match="'en' or 'zh'"):
        jixiao.open(published, names="fr")  # type: ignore[arg-type]


def test_a_closed_warehouse_is_closed(published: Path) -> None:
    with jixiao.open(published) as opened:
        assert str(published) in repr(opened)
    with pytest.raises(duckdb.Error):
        opened.tables()
