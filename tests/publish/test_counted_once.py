"""A project of a unit and year counts once in every sum, however often it is printed; the facts keep all that is printed."""

import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

import jixiao
from jixiao.commands.state import state
from jixiao.dashboard.site import write_site
from jixiao.docs.metrics import Metrics
from jixiao.export.run import export_files
from tests.publish.conftest import Build
from tests.publish.test_dashboard import FEN_PER_WAN, parsed, texts
from tests.publish.test_warehouse import rows

FORM = """项目支出绩效目标表
（2024年度）
项目名称	{name}
主管部门	随州市教育局	实施单位	随州市教育局
项目资金（万元）	年度资金总额：	{amount}
	其中：财政拨款	{amount}
年度总体目标	完成{name}。
绩效指标	一级指标	二级指标	三级指标	指标值
	产出指标	数量指标	完成处数	≥3处
	效益指标	社会效益指标	受益学生人数	≥900人
	满意度指标	服务对象满意度指标	师生满意度	≥90%
"""
LIST = """2024年项目支出绩效目标表（含转移支付项目）
部门名称：随州市水务局 单位：万元
项目名称（资金使用单位）	总计	财政拨款	财政专户拨款	其他资金	绩效目标	绩效指标
合计	120.00	120.00
随州市水务局	120.00	120.00
堤防维护	8€.00	8€.00			维护堤防{length}公里。	1、1-产出指标；11-数量指标；维护堤防长度；年度指标值:{length}公里。
泵站检修	40.00	40.00			检修泵站4座。	1、1-产出指标；11-数量指标；检修泵站数；年度指标值:4座。
"""
"""A list whose damaged number its sums prove."""

PRINTED = {
    "一.txt": [("校舍修缮", "100.00"), ("校舍修缮", "100.00"), ("操场改造", "60.00"), ("操场改造", "60.00"), ("图书购置", "40.00")],
    "二.txt": [("校舍修缮", "120.00")],
}  # fmt: skip
"""Two projects twice in one document, one of them with more money in another, too."""

SCHOOLS, WATERS = Decimal(120 + 60 + 40), Decimal(120)
AGAIN = Decimal(200 + 60 + 120)
INDICATORS, PRINTED_INDICATORS = 3 * 3 + 2, 6 * 3 + 2 * 2


@pytest.fixture(scope="module")
def printed_again(tmp_path_factory: pytest.TempPathFactory, quiet_build: Build) -> Path:
    folder = tmp_path_factory.mktemp("again")
    documents, warehouse = folder / "documents", folder / "warehouse.duckdb"
    documents.mkdir()
    for name, forms in PRINTED.items():
        text = "\n".join(FORM.format(name=project, amount=amount) for project, amount in forms)
        (documents / name).write_text(text, encoding="utf-8")
    for name, length in (("三.txt", 36), ("四.txt", 37)):
        (documents / name).write_text(LIST.format(length=length), encoding="utf-8")
    outcome = quiet_build(documents, warehouse)
    assert (outcome.published, outcome.landed, outcome.quarantined) == (True, 4, ())
    return warehouse


def test_facts_keep_what_is_printed_and_mark_what_counts(printed_again: Path) -> None:
    query = """
        select file_name, project_name, fct_funding.is_counted, amount_wan, counted_wan
        from marts.fct_funding
        inner join marts.dim_document using (document_key)
        inner join marts.dim_project using (project_key)
        where file_name in ('一.txt', '二.txt')
        order by file_name, funding_key
    """
    marked = [(name, project, counted, printed) for name, project, counted, printed, _ in rows(printed_again, query)]
    assert marked == [
        ("一.txt", "校舍修缮", False, Decimal(100)),
        ("一.txt", "校舍修缮", False, Decimal(100)),
        ("一.txt", "操场改造", True, Decimal(60)),
        ("一.txt", "操场改造", False, Decimal(60)),
        ("一.txt", "图书购置", True, Decimal(40)),
        ("二.txt", "校舍修缮", True, Decimal(120)),
    ]
    assert all(of == (printed if is_counted else 0) for *_, is_counted, printed, of in rows(printed_again, query))


def test_totals_of_a_document_are_compared_with_all_that_it_prints(printed_again: Path) -> None:
    query = "select level, count(*), bool_and(reconciles) from marts.reconciliation group by level order by level"
    assert rows(printed_again, query) == [("document", 2, True), ("project", 10, True), ("unit", 2, True)]


def test_every_sum_counts_a_project_once(printed_again: Path, tmp_path: Path) -> None:
    whole = SCHOOLS + WATERS
    compared = "select sum(amount_wan), sum(amount_again_wan), sum(projects) from marts.city_comparison"
    assert rows(printed_again, compared) == [(whole, AGAIN, 5)]
    assert rows(printed_again, "select sum(amount_wan) from marts.year_over_year") == [(whole,)]
    with duckdb.connect(str(printed_again), read_only=True) as connection:
        told = state(connection)
    assert (told.amount_wan, told.projects) == (whole, 5)
    with jixiao.open(printed_again) as warehouse:
        assert warehouse.funding()["counted_wan"].sum() == warehouse.projects()["counted_wan"].sum() == whole
    export_files("parquet", printed_again, tmp_path / "parquet", lambda names: names)
    money, projects, *_ = json.loads((tmp_path / "parquet" / "manifest.json").read_text(encoding="utf-8"))["totals"]
    assert [Decimal(row[2]) for row in money["rows"]] == [whole]
    assert [row[2] for row in projects["rows"]] == [5]


def test_pages_count_a_project_and_its_repairs_once(printed_again: Path, tmp_path: Path) -> None:
    write_site(printed_again, tmp_path / "site")
    (script,) = (tmp_path / "site").glob("data/*/sums.js")
    sums = parsed(script.read_text(encoding="utf-8"))[1]
    amounts = [int(amount) for of_cell in sums["amounts"] for amount in of_cell]
    assert sum(amounts) == (SCHOOLS + WATERS) * FEN_PER_WAN
    assert sum(sums["projects"]) == 5
    assert rows(printed_again, "select count(*) from marts.number_repairs") == [(4,)]
    assert sum(sums["repairs"]) == 2


def test_indicators_of_a_form_that_is_printed_again_count_once(
    printed_again: Path, tmp_path: Path, on_documents: Metrics
) -> None:
    assert rows(printed_again, "select count(*), count(*) filter (where is_counted) from marts.fct_indicators") == [
        (PRINTED_INDICATORS, INDICATORS)
    ]
    compared = "select sum(indicators), sum(indicators_per_project * projects) from marts.city_comparison"
    assert rows(printed_again, compared) == [(INDICATORS, INDICATORS)]
    assert rows(printed_again, "select sum(indicators) from marts.indicator_profile") == [(INDICATORS,)]
    assert rows(printed_again, "select sum(targets) from marts.indicator_targets") == [(INDICATORS,)]
    metrics = Metrics(printed_again, on_documents.manifest)
    assert metrics.query(["indicators", "indicators_per_project"], []).rows == [(INDICATORS, INDICATORS / 5)]
    every, counted, rate = metrics.query(["findings", "counted_findings", "findings_per_100_projects"], []).rows[0]
    assert every > counted > 0
    assert rate == pytest.approx(100 * counted / 5)
    with duckdb.connect(str(printed_again), read_only=True) as connection:
        assert state(connection).indicators == INDICATORS
    export_files("parquet", printed_again, tmp_path / "parquet", lambda names: names)
    totals = json.loads((tmp_path / "parquet" / "manifest.json").read_text(encoding="utf-8"))["totals"]
    assert [row[2:] for row in totals[2]["rows"]] == [[INDICATORS, INDICATORS]]
    write_site(printed_again, tmp_path / "site")
    shown = [parsed(script.read_text(encoding="utf-8"))[1] for script in (tmp_path / "site").glob("data/*/sums.js")]
    assert [sum(sums["indicators"]) for sums in shown] == [INDICATORS]


def test_every_step_into_the_money_counts_a_project_once(printed_again: Path, tmp_path: Path) -> None:
    write_site(printed_again, tmp_path / "site")
    whole = (SCHOOLS + WATERS) * FEN_PER_WAN
    (script,) = (tmp_path / "site").glob("data/*/money.js")
    money = parsed(script.read_text(encoding="utf-8"))[1]
    assert (sum(int(amount or 0) for amount in texts(money["amount"])), sum(money["projects"])) == (whole, 5)
    (script,) = (tmp_path / "site").glob("data/*/projects/*.js")
    listed = parsed(script.read_text(encoding="utf-8"))[1]
    counted = [
        int(amount or 0)
        for amount, is_counted in zip(texts(listed["amount"]), listed["is_counted"], strict=True)
        if is_counted
    ]
    assert (sum(counted), len(counted)) == (whole, 5)
    full = [parsed(path.read_text(encoding="utf-8"))[1] for path in (tmp_path / "site").glob("data/*/documents/*.js")]
    assert sum(sum(document["projects"]["is_counted"]) for document in full) == 5
