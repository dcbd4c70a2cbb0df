"""Lists of projects with their money alone, beside a form: what proves them, and what they are of; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import ListedProjectRow

FORM = (
    "\n项目支出绩效目标表\n（2023年度）\n项目名称,山塘整治补助资金,,\n主管部门,三明市水利局,,\n"
    "资金情况(万元),年度资金总额,{money},\n,其中:财政拨款,{money},\n总体目标,整治山塘5座。,,\n"
    "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,整治山塘,5座\n效益指标,社会效益指标,受益人口,≥3000人\n"
)
ROWS = ["1,白沙乡,白沙步道修缮,20", "2,梅列镇,梅列步道修缮,15", "3,本级,洋溪步道修缮,25"]
SUBTOTALLED = [ROWS[0], ROWS[1], ",,小计,35", ROWS[2], ",,小计,25"]
GROUPED = [",,一、乡镇项目,35", *ROWS[:2], ",,二、本级项目,25", ROWS[2]]
GROUPED_LEFT = ["一、乡镇项目,,,35", *ROWS[:2], "二、本级项目,,,25", ROWS[2]]
HEADER = "序号,单位,项目名称,金额"


def _listed(
    title: str, header: str, rows: list[str], total: str = "合计,,,60", form: str = "90"
) -> list[ListedProjectRow]:
    table = "\n".join([title, "单位：万元", header, *rows, *([total] if total else [])])
    found = read((table + "\n" + FORM.format(money=form)).encode(), "list.csv")
    assert [own.project_name for own in found.projects] == ["山塘整治补助资金"]
    assert sum(row.amount_wan for row in found.funding) == int(form)
    return list(found.listed_projects)


@pytest.mark.parametrize("rows", [ROWS, SUBTOTALLED, GROUPED, GROUPED_LEFT])
@pytest.mark.parametrize("header", [HEADER, "序号,单位,项目,补助资金", "序号,单位,项目名称,本次下达资金（万元）"])
def test_a_table_that_divides_money_lists_its_projects(header: str, rows: list[str]) -> None:
    found = _listed("2023年绿道建设资金分配表", header, rows)
    assert [(row.project_name, row.allocated_wan) for row in found if not row.is_total] == [
        ("白沙步道修缮", 20),
        ("梅列步道修缮", 15),
        ("洋溪步道修缮", 25),
    ]
    assert {(row.is_proved, row.divides_form, row.is_evaluated) for row in found} == {(True, False, False)}
    assert max(row.allocated_wan or 0 for row in found if row.is_total) == 60


def test_a_list_that_divides_the_money_of_the_form_says_so() -> None:
    rows = _listed("2023年山塘整治项目明细表", HEADER, ROWS, form="60")
    assert {row.divides_form for row in rows} == {True}


@pytest.mark.parametrize(
    ("title", "header", "rows", "total"),
    [
        ("2023年绿道建设资金分配表", HEADER, ROWS, "合计,,,61"),
        ("2023年绿道建设资金分配表", HEADER, ROWS, ""),
        ("2023年政府采购项目表", HEADER, ROWS, "合计,,,60"),
        ("2023年项目资金使用表", "序号,单位,项目,金额", ROWS, "合计,,,60"),
        ("2023年绿道名录", HEADER, ROWS, "合计,,,60"),
        ("2023年绿道建设资金分配表", "序号,单位,项目名称,单价", ROWS, "合计,,,60"),
    ],
)
def test_what_nothing_proves_stays_a_table_outside(title: str, header: str, rows: list[str], total: str) -> None:
    assert _listed(title, header, rows, total) == []


def test_money_that_was_spent_is_proved_kind_by_kind() -> None:
    header = "序号,项目名称,预算数,执行数"
    rows = ["1,白沙步道修缮,20,18", "2,梅列步道修缮,15,15"]
    found = _listed("2023年项目资金使用情况表", header, rows, "合计,,35,33")
    assert [(row.budget_wan, row.executed_wan, row.is_proved) for row in found] == [
        (20, 18, True),
        (15, 15, True),
        (35, 33, True),
    ]
    assert _listed("2023年项目资金使用情况表", header, rows, "合计,,35,34") == []
