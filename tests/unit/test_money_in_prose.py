"""The money of a project that only prose above its indicators says, and the prose above a form that is none of it."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

NAME = "安全生产培训经费"
SAID = "五、年度预算安排：2024年预算安排120万元，其中：财政拨款100万元，自筹20万元。"
GRID = (
    "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>"
    "<tr><td>产出指标</td><td>数量指标</td><td>培训班次</td><td>≥6期</td></tr>"
    "<tr><td>效益指标</td><td>社会效益指标</td><td>安全意识</td><td>提升</td></tr>"
    "<tr><td>满意度指标</td><td>服务对象满意度指标</td><td>学员满意度</td><td>≥90%</td></tr>"
)
ABOVE = ("一、项目概述：对高危行业企业开展培训。", "二、立项依据：《安全生产法》。", "四、实施周期：2024年1月—12月。")


def form(name: str, more: str = "") -> str:
    rows = (("项目名称", name), ("主管部门", "章贡区应急管理局"), ("年度目标", f"完成{name}所列的任务。"))
    named = "".join(f"<tr><td>{label}</td><td colspan=3>{value}</td></tr>" for label, value in rows)
    return f"<p>项目支出绩效目标表</p><table>{named}{more}{GRID}</table>"


def page(*paragraphs: str, table: str = form(NAME), head: str = f"2024年{NAME}项目支出情况说明") -> Reading:
    body = f"<p>{'</p><p>'.join((head, *paragraphs))}</p>{table}"
    return read(f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode(), "prose.html")


def money(found: Reading) -> list[tuple[int, str, str, bool]]:
    return [
        (row.project_seq, row.funding_source_code, f"{row.amount_wan.normalize():f}", row.is_proved)
        for row in found.funding
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (SAID, [("fiscal", "100", True), ("other", "20", True)]),
        (
            "（四）年度预算安排。120万元（其中：财政拨款100万元，自筹20万元）。",
            [("fiscal", "100", True), ("other", "20", True)],
        ),
        ("2.预算安排情况。本项目申请预算资金45.6万元，全部为自筹资金。", [("other", "45.6", False)]),
        ("预算安排300000元，其中一般公共预算拨款300000元。", [("fiscal", "30", True)]),
        ("2024年预算安排60万元，其中：财政拨款45万元，自筹10万元。", [("fiscal", "45", False), ("other", "10", False)]),
    ],
)
def test_what_prose_above_the_indicators_says_is_the_money_of_the_project(
    said: str, expected: list[tuple[str, str, bool]]
) -> None:
    found = page(*ABOVE, said, "六、绩效目标和指标：")
    assert [own[1:] for own in money(found)] == expected
    assert len(found.indicators) == 3


def test_levels_of_fiscal_money_in_prose_are_its_levels() -> None:
    found = page("预算安排45万元，其中中央补助20万元、县级财政资金25万元。")
    assert money(found) == [(1, "fiscal", "45", True)]
    assert [(row.level_code, f"{row.amount_wan:f}") for row in found.funding_levels] == [
        ("central", "20"),
        ("county", "25"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "上年预算安排50万元，其中财政拨款50万元。",
        "2023年预算安排50万元，其中财政拨款50万元。",
        "项目总投资500万元，三年累计预算安排300万元。",
        "2024年我单位收入预算安排2300万元。",
        "预算资金已支付30万元。",
        "2024年预算安排约120万元。",
        "预算安排120万元。二期预算安排90万元。",
    ],
)
def test_other_money_in_prose_is_none_of_the_project_s_year(said: str) -> None:
    assert not money(page(said))


def test_prose_that_names_another_project_says_nothing_of_this_one() -> None:
    assert not money(page("2024年预算安排120万元。", head="2024年消防器材购置项目支出情况说明"))


def test_money_that_the_form_prints_stands() -> None:
    row = "<tr><td>年度资金总额（万元）</td><td colspan=3>110</td></tr>"
    assert money(page(SAID, table=form(NAME, row))) == [(1, "fiscal", "110", False)]


def test_each_project_has_the_money_of_the_prose_above_its_own_form() -> None:
    second = "文物保护修缮"
    between = f"<p>（二）“{second}”项目</p><p>1.项目概述。按照部署实施，{'认真组织，' * 30}抓好落实。</p><p>4.预算安排。2024年预算安排80万元，其中财政拨款60万元，单位自筹20万元。</p>"
    found = page(f"（一）“{NAME}”项目", SAID, table=form(NAME) + between + form(second))
    assert [row.project_name for row in found.projects] == [NAME, second]
    assert money(found) == [
        (1, "fiscal", "100", True),
        (1, "other", "20", True),
        (2, "fiscal", "60", True),
        (2, "other", "20", True),
    ]


def test_prose_between_forms_is_outside_them() -> None:
    told = "".join(f"<p>{number}.立项依据。{'按照文件要求组织实施，' * 40}确保落实。</p>" for number in (1, 2))
    found = page(table=form(NAME) + told + form("文物保护修缮"))
    assert [row.project_name for row in found.projects] == [NAME, "文物保护修缮"]
    assert found.document.outside_characters > 800
    assert not found.not_understood


def test_lines_of_text_above_indicators_without_a_table_of_money() -> None:
    rows = (
        "灵山县水利局2025年项目支出情况说明",
        "项目名称：小型水库维修养护经费",
        "二、预算安排情况",
        "2025年项目预算安排资金260万元，其中一般公共预算拨款200万元、单位自有资金60万元。",
        "三、绩效目标",
        "完成水库维修养护，保障度汛安全。",
        "一级指标\t二级指标\t三级指标\t指标值",
        "产出指标\t数量指标\t维修养护水库数量\t36座",
        "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%",
    )
    found = read("\n".join(rows).encode(), "prose.txt")
    assert money(found) == [(1, "fiscal", "200", True), (1, "other", "60", True)]
    assert found.projects[0].annual_goal == "完成水库维修养护，保障度汛安全。"
