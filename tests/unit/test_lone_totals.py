"""A total that a form prints alone, and tables of the same file whose sources add up to it."""

from decimal import Decimal

import pytest

from tests.unit.test_money_tables import FORM, money, page

TABLE = (
    "<p>{year}部门项目支出预算表</p><p>单位：元</p>",
    "项目分类\t项目名称\t本年拨款\t{other}\t合计",
    "事业发展类\t河道管护\t{fiscal}\t400,000.00\t1,000,000.00",
    "事业发展类\t水库运行维护\t860,000.00\t\t860,000.00",
    "合计\t\t1,460,000.00\t400,000.00\t1,860,000.00",
)
ALONE = [("河道管护", "fiscal", Decimal(100), False)]


def table(other: str = "单位资金", fiscal: str = "600,000.00", year: str = "") -> list[str]:
    return [row.format(other=other, fiscal=fiscal, year=year) for row in TABLE]


def form(total: str = "年度资金总额（万元）\t100") -> list[str]:
    return [row.format("河道管护").replace("年度资金总额（万元）\t100", total) for row in FORM]


@pytest.mark.parametrize(
    ("other", "source", "assumed"),
    [("单位资金", "other", 0), ("财政专户管理资金", "special_account", 0), ("财政专户/单位资金", "other", 1)],
)
def test_sources_that_add_up_to_a_total_alone_are_its_own(other: str, source: str, assumed: int) -> None:
    found = page(*table(other), *form())
    assert money(found) == [("河道管护", "fiscal", 60, True), ("河道管护", source, 40, True)]
    assert [(row.level, row.printed, row.amount_wan) for row in found.totals] == [("project", "100", 100)]
    assert ("合计", "1,000,000.00") in [(row.attribute, row.value) for row in found.attributes]
    assert [row.code for row in found.issues].count("funding_source_assumed") == assumed


def test_a_table_of_the_year_behind_the_form_tells_the_same() -> None:
    assert money(page(*form(), *table(year="2024年"))) == money(page(*table(), *form()))


def test_a_total_that_one_source_is_all_of_is_proved() -> None:
    rows = [row.replace("400,000.00\t1,000,000.00", "\t600,000.00") for row in table()]
    found = page(*rows, *form("年度资金总额（万元）\t60"))
    assert (money(found), found.issues) == ([("河道管护", "fiscal", 60, True)], ())


@pytest.mark.parametrize(
    "rows",
    [
        table(fiscal="500,000.00"),
        table(year="2023年"),
        [row.replace("1,000,000.00", "1,000,001.00") for row in table()],
        [row.replace("河道管护", "河道管护二期") for row in table()],
        table("财政拨款/单位资金"),
    ],
    ids=["no sum", "another year", "another total", "another project", "a source beside 财政拨款"],
)
def test_what_is_not_proved_completes_no_total(rows: list[str]) -> None:
    found = page(*rows, *form())
    assert money(found) == ALONE
    assert [row.code for row in found.issues] == ["funding_source_assumed"]


@pytest.mark.parametrize("printed", ["财政资金总额（万元）\t100", "其他资金（万元）\t100"])
def test_a_total_whose_source_the_form_tells_stays_as_it_is(printed: str) -> None:
    assert money(page(*table(), *form(printed))) == money(page(*form(printed)))


def test_a_form_never_completes_a_list() -> None:
    rows = [row.replace("{fiscal}\t400,000.00\t", "\t\t") for row in TABLE]
    sources = "年度资金总额（万元）\t100\t其中：财政拨款\t60\t其他资金\t40"
    found = page(*(row.format(other="单位资金", year="") for row in rows), *form(sources))
    assert money(found) == [("河道管护", "fiscal", 60, True), ("河道管护", "other", 40, True)]
    assert [row.printed for row in found.totals] == ["100"]
