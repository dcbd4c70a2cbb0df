"""Reports of self-evaluations that score their indicators in sentences, without a table."""

from decimal import Decimal

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

TITLE = "江山市水利局2023年度农村饮水改造提升项目\n支出绩效自评报告\n"
MONEY = "（二）资金情况。2023年年初预算数860.00万元；全年执行数774.00万元，预算执行率为90.00%。\n"
GOAL = "（三）项目绩效目标。年度总体目标：改造水站26座，受益3万人。\n"
SCORED = (
    "（一）产出指标（60分）。\n"
    "1．数量指标：改造水站数量，年度指标值≥26座，实际完成值24座，分值30分，得27.5分。偏差原因：一处停工，明年完成。\n"
    "2．质量指标：水质合格率，年度指标值100%，实际完成值100%，分值30分，得30分。\n"
    "（二）效益指标（40分）。\n"
    "1．社会效益指标：受益人口，年度指标值≥3万人，实际完成值2.9万人，分值40分，得38分。\n"
)
END = "综合以上，项目自评总得分95.5分，评价等级为“优”。\n江山市水利局\n2024年3月1日\n"


def report(title: str = TITLE, scored: str = SCORED, end: str = END) -> Reading:
    text = f"{title}一、概况\n（一）基本情况。改善饮水。\n{MONEY}{GOAL}三、指标分析\n{scored}四、结论\n{end}"
    return read(text.encode(), "report.txt")


def rows(found: Reading) -> list[tuple[object, ...]]:
    return [
        (row.printed_level1, row.printed_level2, row.indicator_name, row.target, row.actual, row.weight, row.score)
        for row in found.performance
    ]


WHOLE = [
    ("产出指标（60分）", "数量指标", "改造水站数量", "≥26座", "24座", 30, Decimal("27.5")),
    ("产出指标（60分）", "质量指标", "水质合格率", "100%", "100%", 30, 30),
    ("效益指标（40分）", "社会效益指标", "受益人口", "≥3万人", "2.9万人", 40, 38),
]


def test_sentences_with_target_actual_and_score_are_indicators() -> None:
    found = report()
    assert rows(found) == WHOLE
    assert [row.reason for row in found.performance] == ["一处停工，明年完成", None, None]
    assert [row.project_name for row in found.projects] == ["农村饮水改造提升项目"]
    assert (found.document.department_name, found.document.budget_year) == ("江山市水利局", 2023)
    assert [(row.budget_wan, row.executed_wan, row.execution_rate) for row in found.executions] == [(860, 774, 90)]
    assert [row.total_score for row in found.evaluations] == [Decimal("95.5")]
    assert found.projects[0].annual_goal == "改造水站26座，受益3万人"


@pytest.mark.parametrize(
    "change",
    [
        {"年度指标值": "目标值为", "实际完成值": "实际完成", "，得": "，得分"},
        {"年度指标值": "指标值：", "分值": "权重"},
        {"。\n2．": "。", "1．": ""},
    ],
    ids=["other labels", "colons", "a paragraph"],
)
def test_other_words_and_several_sentences_in_a_paragraph(change: dict[str, str]) -> None:
    scored = SCORED
    for old, new in change.items():
        scored = scored.replace(old, new)
    assert rows(report(scored=scored)) == WHOLE


def test_names_hold_commas_and_numbers_do() -> None:
    scored = SCORED.replace("改造水站数量，", "改造水站，安装设备数量，").replace("≥26座", "≥1,026座")
    assert rows(report(scored=scored))[0][2:4] == ("改造水站，安装设备数量", "≥1,026座")


@pytest.mark.parametrize(
    "scored",
    [
        SCORED.replace("，得30分", ""),
        SCORED.replace("，实际完成值24座", ""),
        SCORED.replace("年度指标值≥3万人，", ""),
        SCORED.replace("，分值40分", "，分值四十"),
        SCORED.splitlines()[0] + "\n" + SCORED.splitlines()[2],
    ],
    ids=["no score", "no actual", "no target", "no number", "one"],
)
def test_what_is_not_scored_throughout_is_no_report(scored: str) -> None:
    with pytest.raises(DocumentRejected) as rejected:
        report(scored=scored)
    assert rejected.value.code == "unknown_form"


def test_two_different_scores_of_the_whole_are_of_nobody() -> None:
    found = report(end="项目自评得分95.5分。\n经复核，综合评价得分94分。\n江山市水利局\n")
    assert [row.total_score for row in found.evaluations] == [None]
