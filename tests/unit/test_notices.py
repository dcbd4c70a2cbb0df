"""Projects whose goals and indicators a notice tells in prose, without a table; all invented."""

from decimal import Decimal

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

TITLE = "关于石门乡2024年第二批衔接资金项目绩效目标的公示"
FIRST = "一、石门乡艾草加工扶持项目。安排省级衔接资金48万元，由农业办负责。项目总体绩效目标是：加工艾草260吨，带动农户95户。"
OUTPUT = "（一）产出指标。数量指标：加工艾草吨数（≥**吨）>=260吨；购置机具≥6台；质量指标：机具验收合格率100%；时效指标：完成时间2024年11月底前。"
BENEFIT = "（二）效益指标。社会效益指标：★带动农户（≥**户）≥95户；群众内生动力持续提升。"
CLIENTS = "（三）满意度指标。服务对象满意度指标：受益农户满意度达到95%以上。"
SECOND = "二、石门乡便民桥建设工程。安排县级资金31.5万元。绩效目标：新建便民桥2座。"
SHORT = "产出指标：数量指标：新建便民桥2座；成本指标：每座造价≤15.8万元；满意度指标：受益群众满意度≥90%。"
SIGNED = "临夏县石门乡人民政府"
TOLD = [
    (1, 11, "加工艾草吨数（≥**吨）", ">=260吨"),
    (1, 11, "购置机具", "≥6台"),
    (1, 12, "机具验收合格率", "100%"),
    (1, 13, "完成时间", "2024年11月底前"),
    (1, 22, "带动农户（≥**户）", "≥95户"),
    (1, 22, "群众内生动力持续提升", None),
    (1, 31, "受益农户满意度", "达到95%以上"),
    (2, 11, "新建便民桥", "2座"),
    (2, 14, "每座造价", "≤15.8万元"),
    (2, 31, "受益群众满意度", "≥90%"),
]


def _page(*paragraphs: str) -> Reading:
    lines = "".join(f"<p>{text.replace('>', '&gt;')}</p>" for text in paragraphs)
    return read(f"<html><body>{lines}</body></html>".encode(), "notice.html")


def test_projects_with_their_goals_money_and_indicators() -> None:
    found = _page(
        TITLE, "现将绩效目标公示如下：", FIRST, OUTPUT, BENEFIT, CLIENTS, SECOND, SHORT, SIGNED, "2024年5月6日"
    )
    assert (found.document.department_name, found.document.budget_year) == (SIGNED, 2024)
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [
        ("石门乡艾草加工扶持项目", "加工艾草260吨，带动农户95户。"),
        ("石门乡便民桥建设工程", "新建便民桥2座。"),
    ]
    assert [(row.project_seq, row.amount_wan) for row in found.funding] == [(1, 48), (2, Decimal("31.5"))]
    assert [
        (row.project_seq, row.category_code, row.indicator_name, row.annual_target) for row in found.indicators
    ] == TOLD
    assert [row.text for row in found.not_understood] == ["由农业办负责。"]


@pytest.mark.parametrize("numbers", [("1.", "2."), ("（一）", "（二）"), ("1、", "2、")])
def test_other_numbers_of_the_projects(numbers: tuple[str, str]) -> None:
    first, second = numbers
    found = _page(TITLE, FIRST.replace("一、", first, 1), OUTPUT, SECOND.replace("二、", second, 1), SHORT, SIGNED)
    assert [row.project_name for row in found.projects] == ["石门乡艾草加工扶持项目", "石门乡便民桥建设工程"]
    assert len(found.indicators) == 7


@pytest.mark.parametrize(
    "paragraphs",
    [
        (FIRST, "（一）加强领导。压实责任：明确分工；（二）强化监督。"),
        (FIRST, "数量指标：加工艾草；质量指标：合格。"),
        (OUTPUT, BENEFIT),
        ("一、总体要求。坚持目标导向。", OUTPUT.replace("。数量指标", "，数量指标")),
    ],
    ids=["no indicators", "no targets", "no project", "no name"],
)
def test_other_prose_is_no_notice(paragraphs: tuple[str, ...]) -> None:
    with pytest.raises(DocumentRejected):
        _page("关于石门乡2024年项目绩效目标的公示", *paragraphs, SIGNED)


GOAL = "根据县财政局通知，安排2024年衔接资金48万元，实施艾草加工扶持项目。项目总体绩效目标是：加工艾草260吨。现将绩效目标公示如下："
TITLED = "关于石门乡2024年艾草加工（二期）扶持项目绩效目标设定的公示"
HEADED = (
    "（一）、产出指标",
    "1、数量指标：全年资助学生1606人次，资助资金160.77万元。",
    "2、质量指标：受助学生在校率100%。",
)


def test_the_one_project_that_the_title_names() -> None:
    found = _page(
        TITLED, GOAL, "一、产出指标", OUTPUT[8:], "二、效益指标", BENEFIT[8:], CLIENTS, SIGNED, "2024年5月6日"
    )
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [
        ("艾草加工（二期）扶持项目", "加工艾草260吨。")
    ]
    assert [row.amount_wan for row in found.funding] == [48]
    assert [(1, row.category_code, row.indicator_name, row.annual_target) for row in found.indicators] == TOLD[:7]
    assert (found.document.department_name, found.document.budget_year) == (SIGNED, 2024)


def test_what_commas_part_is_each_an_indicator_where_each_has_a_target() -> None:
    found = _page(
        "临夏县第二中学", "2024年普通高中助学金项目公告公示", "四、资金来源", "财政资金160.77万元。", "七、绩效目标",
        "总体目标：资助困难学生。", *HEADED, "3、成本指标：资助标准为3000元、2000元、1000元3个档次。", "临夏县第二中学",
    )  # fmt: skip
    assert [(row.indicator_name, row.annual_target) for row in found.indicators] == [
        ("全年资助学生", "1606人次"),
        ("资助资金", "160.77万元"),
        ("受助学生在校率", "100%"),
        ("资助标准为3000元、2000元、1000元3个档次", None),
    ]
    assert [row.project_name for row in found.projects] == ["普通高中助学金项目"]
    assert [row.amount_wan for row in found.funding] == [Decimal("160.77")]
    assert found.document.department_name == "临夏县第二中学"


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param((GOAL, *HEADED, *HEADED), id="of two projects"),
        pytest.param((GOAL, *HEADED[:2], "各村要抓好落实。", *HEADED[2:]), id="with a break"),
        pytest.param((TITLED.replace("艾草", "花椒"), GOAL, *HEADED), id="two titles"),
        pytest.param(
            (GOAL.replace("绩效目标", "绩效目标完成情况"), "二、绩效目标完成情况", *HEADED), id="of an evaluation"
        ),
    ],
)
def test_a_title_above_other_prose_names_no_project(paragraphs: tuple[str, ...]) -> None:
    with pytest.raises(DocumentRejected):
        _page(TITLED, *paragraphs, SIGNED)


PROJECTS = (
    "二、重点项目绩效目标情况",
    "公益林补偿项目，预算88万元，绩效目标为：管护公益林5万亩。数量指标：管护公益林≥5万亩；满意度指标：林农满意度≥90%。",
    "森林防火项目，预算20万元，绩效目标为：防火。数量指标：购置灭火器≥50台；满意度指标：群众满意度≥90%。",
)


def test_indicators_of_projects_that_no_number_tells_are_none() -> None:
    with pytest.raises(DocumentRejected, match="nothing says beyond doubt of which project"):
        _page("宁明县林业局2024年部门预算", *PROJECTS)
    with pytest.raises(DocumentRejected, match="nothing says beyond doubt of which project"):
        _page(TITLE, FIRST, OUTPUT, PROJECTS[2], SIGNED)


def test_goal_and_indicators_in_the_paragraph_that_names_a_project() -> None:
    first, second = (
        f"{number}{text}" for number, text in zip("一二", ("、" + own for own in PROJECTS[1:]), strict=True)
    )
    found = _page(TITLE, first, second, SIGNED)
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [
        ("公益林补偿项目", "管护公益林5万亩。"),
        ("森林防火项目", "防火。"),
    ]
    assert [(row.project_seq, row.indicator_name) for row in found.indicators] == [
        (1, "管护公益林"),
        (1, "林农满意度"),
        (2, "购置灭火器"),
        (2, "群众满意度"),
    ]


def test_what_an_evaluation_tells_is_no_target() -> None:
    for heading in ("石门乡2024年衔接资金项目绩效自评报告", "二、绩效目标完成情况"):
        with pytest.raises(DocumentRejected):
            _page(TITLE, heading, FIRST, OUTPUT, SECOND, SHORT, SIGNED)


BROKEN = (
    TITLE,
    "一、“三水”河道治理项目",
    "由石门县河道管理中心组织实施，安排资金300万元（中央资金200万元、省级资",
    "金60万元、县级资金40万元）。",
    "年度目标：治理河道12公里，保护耕地",
    "3000亩。",
    "（一）产出指标。数量指标：治理河道≥12公里；质量指标：验收合格率",
    "100%。",
    "（二）满意度指标。服务对象满意度指标：受益群众满意度≥90%。",
    "二、山塘清淤项目",
    "安排资金50万元。",
    "年度目标：清淤山塘8口。",
    "（一）产出指标。数量指标：清淤山塘8口。",
    "三、工作要求",
    "各单位要抓好落实：按季报送进度。",
    "石门县水利局",
)


def test_names_alone_in_their_lines_and_paragraphs_broken_over_lines() -> None:
    found = _page(*BROKEN)
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [
        ("“三水”河道治理项目", "治理河道12公里，保护耕地3000亩。"),
        ("山塘清淤项目", "清淤山塘8口。"),
    ]
    assert [(row.project_seq, row.amount_wan) for row in found.funding] == [(1, 300), (2, 50)]
    assert [(row.level_code, row.amount_wan) for row in found.funding_levels] == [
        ("central", 200),
        ("province", 60),
        ("county", 40),
    ]
    assert [(row.indicator_name, row.annual_target) for row in found.indicators] == [
        ("治理河道", "≥12公里"),
        ("验收合格率", "100%"),
        ("受益群众满意度", "≥90%"),
        ("清淤山塘", "8口"),
    ]
    assert found.document.department_name == "石门县水利局"
    assert "石门县河道管理中心" in {row.unit_name for row in found.units}


def test_amounts_in_brackets_that_do_not_add_up_stand_beside_their_total() -> None:
    found = _page(*(text.replace("200万元", "210万元") for text in BROKEN))
    assert [(row.project_seq, row.amount_wan, row.is_proved) for row in found.funding][:1] == [(1, 310, False)]
    assert [row.amount_wan for row in found.totals] == [300]
