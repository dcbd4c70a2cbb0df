"""The money of a department that prose says beside its form; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

FORM = (
    "部门名称\t南县水利局", "整体绩效目标\t保障防汛安全。", "一级指标\t二级指标\t三级指标\t指标值",
    "产出指标\t数量指标\t维修水库\t≥12座", "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%",
)  # fmt: skip
TITLE = "南县水利局2024年部门预算公开"


def page(*prose: str, money: str = "") -> Reading:
    paragraphs = "".join(f"<p>{text}</p>" for text in (TITLE, *prose, "部门整体支出绩效目标表", "（2024年度）"))
    rows = (FORM[0], money, *FORM[1:]) if money else FORM
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("\t")) + "</tr>" for row in rows)
    return read(f"<html><body>{paragraphs}<table>{table}</table></body></html>".encode(), "page.html")


def items(found: Reading) -> dict[str, int]:
    return {row.item: int(row.amount_wan or 0) for row in found.department_budget}


@pytest.mark.parametrize(
    "said",
    [
        "2024年支出预算1,850.00万元，其中基本支出850.00万元，项目支出1,000.00万元，主要为水库维修。",
        "2024年收入总额1850万元。2024年支出总额1850万元，其中：基本支出850万元，占45.9%；项目支出1000万元，占54.1%。",
        "按规定，2024年部门支出预算安排18500000元（其中：基本支出8500000元、项目支出10000000元）。",
    ],
)
def test_prose_says_the_money_of_the_department(said: str) -> None:
    found = page("一、部门职责", said)
    assert items(found) == {"total": 1850, "basic": 850, "project": 1000}
    assert all(row.is_proved for row in found.department_budget)


@pytest.mark.parametrize(
    "said",
    [
        "2024年支出预算1850万元，其中基本支出850万元，项目支出1100万元。",
        "2023年支出预算1850万元，其中基本支出850万元，项目支出1000万元。",
        "支出预算1850万元，其中基本支出850万元，项目支出1000万元。",
        "2024年财政拨款支出1850万元，其中基本支出850万元，项目支出1000万元。",
        "2024年一般公共预算支出1850万元，其中基本支出850万元，项目支出1000万元。",
    ],
)
def test_other_sentences_say_no_money_of_the_whole(said: str) -> None:
    assert not items(page("一、部门职责", said))


def test_sentences_that_differ_say_none() -> None:
    one = "2024年支出预算1850万元，其中基本支出850万元，项目支出1000万元。"
    assert not items(page(one, one.replace("1850", "1860").replace("850万", "860万")))


def test_the_money_that_the_form_prints_counts() -> None:
    said = "2024年支出预算1850万元，其中基本支出850万元，项目支出1000万元。"
    assert items(page(said, money="资金总额（万元）\t1840")) == {"total": 1840}


@pytest.mark.parametrize(
    "said",
    [
        "2024年我局编制部门整体绩效目标1个，涉及预算1,850.00万元；编制项目绩效目标3个，涉及预算700.00万元。",
        "2024年收支预算总数1850万元，比2023年收支预算总数增加106万元。",
    ],
)
def test_another_budget_of_the_whole_in_words_is_a_doubt(said: str) -> None:
    found = page("一、收支情况", said, money="资金总额（万元）\t1840")
    doubts = [row.printed for row in found.issues if row.code == "amount_contradicted"]
    assert doubts == ["1840"]
    agreed = page("一、收支情况", said, money="资金总额（万元）\t1850")
    assert "amount_contradicted" not in {row.code for row in agreed.issues}


@pytest.mark.parametrize(
    "said",
    [
        "2024年收支预算总数1850万元。部门整体绩效目标1个，涉及预算1860万元。",
        "编制项目绩效目标3个，涉及预算1850.00万元。",
        "2024年一般公共预算总额1850万元。",
        "部门整体绩效目标1个，涉及预算18500万元。",
    ],
)
def test_words_of_something_else_are_none(said: str) -> None:
    found = page("一、收支情况", said, money="资金总额（万元）\t1840")
    assert "amount_contradicted" not in {row.code for row in found.issues}
