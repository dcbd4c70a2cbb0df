"""What words around the forms say against themselves."""

from decimal import Decimal

import pytest

from ingest.document.outside.agreed import disagreements
from ingest.document.outside.sentences import Sentence


def found(*sentences: str) -> list[tuple[str, str, Decimal]]:
    """What the last of the sentences of a paragraph says against itself or those before it."""
    text = sentences[-1]
    sentence = Sentence(text, "；".join(sentences) + "。", 1, 1)
    return [(one.figure, text[one.start : one.end], one.due) for one in disagreements(sentence)]


@pytest.mark.parametrize(
    ("sentences", "disagreeing"),
    [
        (
            ["调整后预算800万元", "全年实际支出760万元，预算执行率98%"],
            [("rate_disagrees", "预算执行率98%", Decimal("95.00"))],
        ),
        (
            ["全年预算数800万元，实际支出760万元，预算执行率98%"],
            [("rate_disagrees", "预算执行率98%", Decimal("95.00"))],
        ),
        (["年初预算780万元，调整后预算800万元", "全年实际支出760万元，预算执行率95%"], []),
        (["年初预算800万元，调整后预算900万元", "全年实际支出760万元，预算执行率95%"], []),
        (["调整后预算800万元", "其中项目支出实际支出160万元，项目支出预算执行率98%"], []),
        (["全年实际支出760万元，预算执行率98%"], []),
    ],
)
def test_a_rate_is_that_of_an_amount_of_its_paragraph(
    sentences: list[str], disagreeing: list[tuple[str, str, Decimal]]
) -> None:
    assert found(*sentences) == disagreeing


@pytest.mark.parametrize(
    ("sentences", "due"),
    [
        (["支出合计1,500.00万元，其中：基本支出1,000.00万元，占66.67%；项目支出520.00万元"], "1520.00"),
        (["支出合计1500万元，其中：基本支出1000万元，占66.67%", "项目支出520万元，占34%"], "1520"),
        (["支出合计1500万元，其中：基本支出1000万元，项目支出500万元"], None),
        (["由省级资金60万元和县级资金20万元组成，合计90万元"], "80"),
        (["由省级资金60万元和县级资金20万元组成，合计80万元"], None),
        (["中央资金100万元、省级资金60万元、县级资金20万元，合计180万元"], None),
        (["年初预算100万元，追加20万元，支出合计90万元"], None),
        (["支出合计1500万元，其中：基本支出1000万元，占66%，项目支出480万元，占32%，经营支出20万元"], None),
    ],
)
def test_a_sum_is_that_of_its_two_parts(sentences: list[str], due: str | None) -> None:
    assert [(figure, value) for figure, _, value in found(*sentences)] == (
        [("sum_disagrees", Decimal(due))] if due else []
    )


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("发放问卷200份，收回有效问卷230份", ["survey_disagrees"]),
        ("发放问卷200份，收回有效问卷190份", []),
        ("于2023年3月10日至25日对2023年度2个项目开展绩效自评", ["day_disagrees"]),
        ("于2024年3月10日至25日对2023年度2个项目开展绩效自评", []),
        ("于2023年8月对2023年度2个项目开展绩效监控和自评", []),
        ("2023年1月至12月，对2023年度2个项目开展绩效自评", []),
        ("发放宣传册200份，收回230份", []),
        ("公务接待项目资金支出47万元，其中2.6万元用于公务接待", []),
        ("项目资金支出47万元，其中2.6万元用于单位公务接待", ["other_use"]),
        ("机关运行经费47万元，其中2.6万元用于公务接待", []),
        ("项目资金支出47万元，其中2.6万元用于设备维修", []),
    ],
)
def test_questionnaires_days_and_uses_of_money_are_compared(text: str, figures: list[str]) -> None:
    assert [figure for figure, _, _ in found(text)] == figures


@pytest.mark.parametrize(
    ("sentences", "due"),
    [
        (["支出比上年预算427.15万元增加35.20万元，增长7.24%，主要原因是人员调标"], "8.24"),
        (["支出比上年预算427.15万元增加35.20万元，增长8.24%"], None),
        (["收入预算462.35万元，较2022年增加35.20万元，增幅7.24%"], "8.24"),
        (["收入预算462.35万元，比上年增加35.20万元，增长8%"], None),
        (["项目支出90万元，比上年减少10万元，下降11.1%"], "10"),
        (["收入预算462.35万元，其中财政拨款300万元，比上年增加35.20万元，增长8.24%"], None),
        (["收入预算35.20万元，比上年增加35.20万元，增长100%"], None),
        (["项目支出90万元，比上年减少10万元，下降10%", "其中培训支出9万元，比上年增加1万元，增长12.5%"], None),
    ],
)
def test_a_growth_is_that_of_its_amounts(sentences: list[str], due: str | None) -> None:
    assert [(figure, value) for figure, _, value in found(*sentences)] == (
        [("rate_disagrees", Decimal(due))] if due else []
    )


@pytest.mark.parametrize(
    ("listed", "due"),
    [
        ("项目支出包括会议经费48.2万元，调研经费62万元，提案经费12万元", "122.2"),
        ("项目支出包括会议经费48.2万元，调研经费62万元，提案经费30万元", None),
        ("项目支出主要包括会议经费48.2万元，调研经费62万元，提案经费12万元", None),
        ("项目支出包括会议经费48.2万元，调研经费62万元，提案经费12万元等", None),
        ("项目支出包括会议经费4.2万元，调研经费6万元，提案经费2万元", None),
        ("基本支出包括人员经费48.2万元，公用经费62万元，离休费12万元", None),
        ("项目支出分别为会议经费48.2万元、调研经费62万元和提案经费12万元", "122.2"),
    ],
)
def test_a_list_of_items_is_what_was_spent(listed: str, due: str | None) -> None:
    sentence = Sentence(listed, listed, 1, 1, "支出合计300.20万元，项目支出140.20万元。")
    assert [(one.figure, one.due) for one in disagreements(sentence)] == (
        [("sum_disagrees", Decimal(due))] if due else []
    )
