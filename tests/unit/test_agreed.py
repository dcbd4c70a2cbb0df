"""What words around the forms say against themselves."""

from decimal import Decimal

import pytest

from ingest.document.outside.agreement.agreed import disagreements
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
        ("实现林业总产值XX亿元，增长6.8%", ["left_open"]),
        ("从自评结果看，各项目均完成年初设定的绩效目标", ["all_done"]),
        ("从自评结果看，除绿化外各项目均未完成绩效目标", []),
        ("从自评结果看，多数项目完成年初设定的绩效目标", []),
        ("联系电话0724-238××××，由×××负责", []),
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


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("“三公”经费预算8.50万元，其中公务用车运行费5.50万元，公务接待费4.00万元，与上年持平", "9.50"),
        ("资助资金160.77万元,其中春季资助801人,资助资金85.5万元,秋季资助805人,资助资金75.3万元", "160.8"),
        ("“三公”经费预算9.50万元，其中公务用车运行费5.50万元，公务接待费4.00万元", None),
        ("全年预算数820.00万元，资金来源为自治区财政资金600.00万元、县级财政资金200.00万元", "800"),
        ("全年预算数800.00万元，资金来源为自治区财政资金600.00万元、县级财政资金200.00万元", None),
        ("项目资金90万元，其中设备购置50万元，培训20万元", None),  # some of the parts
        ("支出100万元，其中人员经费60万元，公用经费40万元，项目支出30万元", None),  # of the whole of these
        ("支出100万元，其中人员经费60万元，公用经费50万元，比上年增加10万元", None),
        ("补助资金50万元，其中补助30万元，标准为每人1000元，另有30万元用于设备", None),
    ],
)
def test_parts_are_no_more_than_their_whole(text: str, due: str | None) -> None:
    assert [(one[0], one[2]) for one in found(text)] == ([("sum_disagrees", Decimal(due))] if due else [])


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("测算依据：退化草原修复12000亩×180元/亩=231.00万元", "216"),
        ("测算依据：退化草原修复12000亩×180元/亩=216.00万元", None),
        ("村医10人×1800元/月×12月=21.6万元", None),
        ("村医10人×1800元=21.6万元", None),  # a year's months
        ("村医10人×1800元×12月=18万元", "21.6"),
        ("培训2期×1.5万元=4万元", "3"),
        ("50元×20元=0.2万元", None),
    ],
)
def test_a_product_is_that_of_its_factors(text: str, due: str | None) -> None:
    assert [(one[0], one[2]) for one in found(text)] == ([("product_disagrees", Decimal(due))] if due else [])


@pytest.mark.parametrize(
    ("sentences", "due"),
    [
        (["支出合计3335.40万元", "人员经费1632.70万元，占总支出的50.05%"], "48.95"),
        (["支出合计3335.40万元", "人员经费1632.70万元，占总支出的48.95%"], None),
        (["支出合计3335.40万元", "人员经费1632.70万元，占总支出的49%"], None),
        (["支出合计3335.40万元", "人员经费1632.70万元，占基本支出的88.31%"], None),
        (["人员经费1632.70万元，占总支出的50.05%"], None),
    ],
)
def test_a_share_is_that_of_its_amounts(sentences: list[str], due: str | None) -> None:
    assert [(one[0], one[2]) for one in found(*sentences)] == ([("rate_disagrees", Decimal(due))] if due else [])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "“三公”经费年初预算25.00万元，实际支出28.64万元，其中公务接待费8.84万元，控制在预算范围内",
            ["limit_disagrees"],
        ),
        ("“三公”经费年初预算25.00万元，实际支出24.64万元，其中公务接待费8.84万元，控制在预算范围内", []),
        ("“三公”经费年初预算25.00万元，实际支出28.64万元，超出预算", []),
    ],
)
def test_what_is_said_to_be_within_a_budget_is_no_more(text: str, figures: list[str]) -> None:
    assert [one[0] for one in found(text)] == figures
