"""Reports of evaluations: prose, and a table of scored indicators; the title names the project."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

HEAD = "一级指标\t二级指标\t三级指标\t目标值\t分值\t完成值\t得分\t扣分原因"
GRID = (
    HEAD,
    "决策（20分）\t项目立项\t立项依据充分性\t/\t20\t充分\t20\t",
    "产出（50分）\t产出数量\t改造水站数量\t26座\t30\t26座\t30\t",
    "\t产出质量\t水质合格率\t≥95%\t20\t97%\t20\t",
    "效益（30分）\t社会效益\t受益人口\t≥3万人\t30\t2.9万人\t27\t统计口径变化",
    "合计\t\t\t\t100\t\t97\t",
)
COVER = ("江山市水利局", "农村饮水改造提升项目", "支出绩效自评报告", "（2023年度）", "项目单位：江山市水利局")
MONEY = "该项目2023年预算安排860.00万元，其中：省级补助资金430.00万元。资金到位860.00万元；实际支出774.00万元，预算执行率90%，结余用于质保。"


def page(*rows: str) -> Reading:
    parts = []
    for row in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in row.split("\t"))
        parts.append(f"<table><tr>{cells}</tr></table>" if "\t" in row else f"<p>{row}</p>")
    body = "".join(parts).replace("</table><table>", "")
    return read(f"<html><body>{body}</body></html>".encode(), "report.html")


def scored(found: Reading) -> list[tuple[str | None, str | None, str | None, int | None, int | None]]:
    return [
        (row.indicator_name, row.target, row.actual, int(row.weight or 0), int(row.score or 0))
        for row in found.performance
    ]


def test_a_report_is_read_by_its_title_and_its_table() -> None:
    found = page(*COVER, "一、项目基本情况", MONEY, "二、评价结论", "经评价，得分97分。", "表1 得分情况", *GRID)
    assert [(row.project_name, row.project_seq) for row in found.projects] == [("农村饮水改造提升项目", 1)]
    assert found.document.department_name == "江山市水利局"
    assert (found.document.form, found.document.budget_year) == ("self_evaluation", 2023)
    assert scored(found) == [
        ("立项依据充分性", "/", "充分", 20, 20),
        ("改造水站数量", "26座", "26座", 30, 30),
        ("水质合格率", "≥95%", "97%", 20, 20),
        ("受益人口", "≥3万人", "2.9万人", 30, 27),
    ]
    assert [(row.budget_wan, row.adjusted_wan, row.executed_wan, row.execution_rate) for row in found.executions] == [
        (860, None, 774, 90)
    ]
    assert [row.total_score for row in found.evaluations] == [97]
    assert found.funding == ()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2023年农村公路养护工程项目支出绩效评价报告", "农村公路养护工程"),
        ("关于2023年惠民殡葬项目资金的绩效评价报告", "惠民殡葬项目资金"),
        ("关于2023年困难群众救助补助资金的绩效评价报告", "困难群众救助补助资金"),
        ("2023年度智慧社区建设项目财政重点绩效评价报告", "智慧社区建设项目"),
    ],
)
def test_the_name_stands_in_the_title(title: str, name: str) -> None:
    found = page("江山市财政局", title, "项目单位：江山市民政局", *GRID)
    assert [row.project_name for row in found.projects] == [name]


def test_money_without_its_rate_is_not_taken() -> None:
    found = page(*COVER, MONEY.replace("90%", "91%"), *GRID)
    assert found.executions == ()


def test_two_spendings_that_fit_one_rate_are_of_nobody() -> None:
    found = page(*COVER, MONEY + "上年度预算安排100.00万元，实际支出90.00万元。", *GRID)
    assert found.executions == ()


def test_numbers_before_levels_and_names_are_of_the_system() -> None:
    grid = [row.replace("产出（50分）\t产出数量", "B产出（50分）\tB1数量（30分）") for row in GRID]
    found = page(*COVER, *grid)
    assert found.performance[1].category_code == 11


def test_a_report_without_the_name_of_a_project_says_so() -> None:
    with pytest.raises(DocumentRejected, match="项目名称"):
        page("江山市财政局", "绩效评价报告", "（2023年度）", *GRID)


def test_a_report_without_a_table_of_scores_is_no_form() -> None:
    with pytest.raises(DocumentRejected) as rejected:
        page(*COVER, MONEY, "年度\t预算\t支出", "2023\t860\t774")
    assert rejected.value.code == "unknown_form"
