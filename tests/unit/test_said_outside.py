"""What a file says of its projects outside their forms: in words, and in lists."""

from decimal import Decimal

import pytest

from ingest.document.outside.listed import listed_projects
from ingest.document.outside.sentences import paragraphs_of
from ingest.document.outside.totals import said_totals
from ingest.document.publication import publication
from ingest.forms import continues_form, is_form
from ingest.forms.labelled.evidence import has_grid
from ingest.forms.reading import Part
from ingest.rows import ListedProjectRow, SaidTotalRow
from ingest.source.blocks import Source
from ingest.source.printed import texts_of
from tests.unit.test_publication import FORM, source

EVALUATED = [["序号", "项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "自评得分", "评价等级"]]
BUDGET = [["序号", "项目名称", "项目类别", "合计", "财政拨款"]]


def parts(*pages: list[list[str]], medium: str = "docx") -> tuple[Source, Source]:
    whole = source(*pages, medium=medium)
    return whole, publication(whole, texts_of(whole), is_form, continues_form, has_grid)


def said(*paragraphs: str, medium: str = "docx") -> list[SaidTotalRow]:
    whole, part = parts([[text] for text in paragraphs], FORM, medium=medium)
    return list(said_totals(Part(whole, texts_of(whole)), part))


def listed(*rows: list[str]) -> list[ListedProjectRow]:
    whole, _ = parts([*rows], FORM)
    return list(listed_projects(Part(whole, texts_of(whole)), ()))


def told(rows: list[SaidTotalRow]) -> list[tuple[str, Decimal, str]]:
    return [(row.figure, row.said_value, row.said_printed) for row in rows if not row.is_of_part]


def test_all_of_a_report_on_performance_speaks_of_it() -> None:
    money = ("一、资金情况", "两个项目年初预算161万元，全年实际支出157.4万元。")
    assert told(said("某县教育局2024年度项目支出绩效自评报告", *money)) == [
        ("projects", Decimal(2), "两个项目"),
        ("budget", Decimal(161), "161万元"),
        ("executed", Decimal("157.4"), "157.4万元"),
    ]
    assert told(said("某县教育局2024年度工作报告", *money)) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "本部门对12个县级预算项目开展绩效自评，涉及全年预算资金1,234.50万元，实际执行1200万元，平均得分95.6分。",
            [("projects", "12"), ("adjusted", "1234.50"), ("executed", "1200"), ("average_score", "95.6")],
        ),
        ("纳入绩效目标管理的项目共三个，涉及资金1.2亿元。", [("projects", "3"), ("money", "12000")]),
        ("十二个项目编制了绩效目标，涉及财政拨款30000元。", [("projects", "12"), ("money", "3")]),
        ("开展绩效自评的各项目预算执行率均为100%。", [("execution_rate", "100")]),
        ("组织对2个项目开展绩效自评，年初预算10万元。", [("projects", "2"), ("budget", "10")]),
        ("绩效自评项目的群众满意度平均95分，补助每户1000元，修建5个停车场。", []),
        ("2024年新建项目5个，投入资金300万元。", []),
    ],
)
def test_words_say_numbers_of_projects(text: str, numbers: list[tuple[str, str]]) -> None:
    assert [(figure, value) for figure, value, _ in told(said(text))] == [
        (figure, Decimal(value)) for figure, value in numbers
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2024年实行绩效目标公开的重点项目2个，涉及资金300万元。",
        "部门整体支出绩效目标涉及资金984.20万元。",
        "抽取3个项目开展绩效自评，涉及资金20万元。",
        "所属单位共8个项目开展绩效自评。",
    ],
)
def test_words_on_some_projects_or_other_money_are_of_a_part(text: str) -> None:
    assert said(text)
    assert told(said(text)) == []


def test_what_follows_of_which_is_of_a_part() -> None:
    rows = said("对3个项目设定绩效目标，涉及资金50万元，其中中央资金30万元、省级资金20万元。")
    assert [row.is_of_part for row in rows] == [False, False, True, True]


def test_what_is_said_bears_its_sentence_and_what_that_speaks_of() -> None:
    (row,) = said("五、预算绩效情况。", "2025年本部门4个项目设定绩效目标。")
    assert (row.said_of, row.scope_words, row.page, row.line) == ("plans", "2025年本部门", 1, 2)
    assert row.words == "2025年本部门4个项目设定绩效目标"
    (row,) = said("五、预算绩效情况", "本部门实施4个项目。")
    assert row.said_of is None


def test_numbers_of_several_sentences_are_counted_on() -> None:
    rows = said("本部门对3个项目开展绩效自评，涉及资金486.20万元。", "从绩效自评情况看，3个项目平均得分97.67分。")
    assert [(row.said_seq, row.sentence_seq) for row in rows] == [(1, 1), (2, 1), (3, 2), (4, 2)]


def test_a_sentence_goes_on_over_lines_of_a_page_and_heads_of_pages_are_none_of_it() -> None:
    first, second = (
        "按照有关要求，2025年我局共对3个项目设定绩效目标，涉",
        "及财政资金20,162.80万元，绩效目标覆盖率达到百分之百。",
    )
    head = ["某某县民政局2025年部门预算公开"]
    whole, part = parts([head, [first]], [["- 2 -"], head, [second]], FORM, medium="pdf")
    rows = list(said_totals(Part(whole, texts_of(whole)), part))
    assert next(paragraphs_of(whole, part)) == first + second
    assert told(rows) == [("projects", 3, "3个项目"), ("money", Decimal("20162.80"), "20,162.80万元")]


def test_what_stands_below_the_first_row_of_the_forms_is_not_heard() -> None:
    whole, part = parts(FORM, [["本部门4个项目设定绩效目标。"]])
    assert [row.line for row in said_totals(Part(whole, texts_of(whole)), part)] == [len(FORM) + 1]
    assert list(said_totals(Part(whole, texts_of(whole)), whole)) == []


SPENT = [
    ["支出构成", "当年金额", "占比", "上年金额"],
    ["人员类项目支出", "1,632.70", "48.95%", "1,558.90"],
    ["运转类公用经费", "216.20", "6.48%", "220.70"],
    ["特定目标类项目支出", "1,486.50", "44.57%", "1,407.00"],
    ["合计", "3,335.40", "100.00%", "3,186.60"],
]


def shares(*rows: list[str]) -> list[tuple[str, str, Decimal]]:
    whole, part = parts([*rows], FORM)
    return [(row.figure, row.said_printed, row.said_value) for row in said_totals(Part(whole, texts_of(whole)), part)]


def test_a_share_that_its_amount_does_not_give_is_told_with_the_one_that_it_gives() -> None:
    assert shares(*SPENT) == []
    wrong = [SPENT[0], ["人员类项目支出", "1,632.70", "50.05%", "1,558.90"], *SPENT[2:]]
    assert shares(*wrong) == [("rate_disagrees", "人员类项目支出1,632.70，占比50.05%", Decimal("48.95"))]
    assert shares(*wrong[:-1]) == []  # no whole
    assert shares(*wrong[:2], *wrong[3:]) == []  # not the parts of this whole


CHANGED = [
    ["项目名称", "全年预算数", "全年执行数", "执行率", "上年执行数", "比上年增减"],
    ["馆藏修复", "185.00", "183.20", "99.03%", "176.00", "4.09%"],
    ["村晚演出", "420.00", "391.00", "93.10%", "460.00", "-15.00%"],
    ["合计", "605.00", "574.20", "94.91%", "636.00", "-9.72%"],
]
YEARS = [
    ["项目", "2023年预算数", "2024年预算数", "增减额", "增减（%）"],
    ["工资福利支出", "1,200.00", "1,260.00", "60.00", "5"],
    ["商品和服务支出", "300.00", "270.00", "-30.00", "-10.0"],
]


@pytest.mark.parametrize(
    ("table", "row", "change", "told"),
    [
        (CHANGED, 2, "15.00%", ("村晚演出，上年执行数460.00，全年执行数391.00，比上年增减15.00%", Decimal("-15.00"))),
        (CHANGED, 3, "-19.72%", ("合计，上年执行数636.00，全年执行数574.20，比上年增减-19.72%", Decimal("-9.72"))),
        (CHANGED, 2, "-15.0%", None),
        (CHANGED, 2, "—", None),
        (YEARS, 2, "10.0", ("商品和服务支出，2023年预算数300.00，2024年预算数270.00，增减(%)10.0", Decimal("-10.00"))),
        (YEARS, 2, "-10.3", None),
    ],
)
def test_a_change_that_its_two_years_do_not_give_is_told_with_the_one_that_they_give(
    table: list[list[str]], row: int, change: str, told: tuple[str, Decimal] | None
) -> None:
    rows = [*table[:row], [*table[row][:-1], change], *table[row + 1 :]]
    assert shares(*rows) == ([("change_disagrees", *told)] if told else [])


def test_a_change_that_no_other_row_proves_is_not_told() -> None:
    assert shares(*CHANGED[:1], [*CHANGED[1][:-1], "14.09%"], [*CHANGED[2][:-1], "15.00%"]) == []
    assert shares(*CHANGED[:1], [*CHANGED[1][:-1], "14.09%"]) == []
    amounts = [[*YEARS[0][:3], "增减"], [*YEARS[1][:3], "60.00"], [*YEARS[2][:3], "30.00"]]
    assert shares(*amounts) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [["收 入 总 计", "1,286.40", "支 出 总 计", "1,268.40"]],
            ("收入总计1286.40，支出总计1268.40", Decimal("18.00")),
        ),
        ([["收入总计", "31", "1,286.40", "支出总计", "62", "1,286.40"]], None),
        (
            [["收入总计", "31", "1,286.40", "支出总计", "62", "1,268.40"]],
            ("收入总计1286.40，支出总计1268.40", Decimal("18.00")),
        ),
        ([["", "收入合计", "415.00", "支出合计", "405.00"]], ("收入合计415.00，支出合计405.00", Decimal("10.00"))),
        ([["收入合计", "415.00", "支出合计", "405.00"], ["上年结转", "", "结转下年", "10.00"]], None),
        ([["收入合计", "415.00", "支出合计", "405.00"], ["收入总计", "415.00", "支出总计", "415.00"]], None),
        ([["本年收入合计", "415.00", "本年支出合计", "405.00"]], None),
        ([["收入总计", "415.00", "支出总计", ""]], None),
    ],
)
def test_income_and_spending_of_a_row_are_one_amount(rows: list[list[str]], told: tuple[str, Decimal] | None) -> None:
    assert shares(["项目", "金额", "项目", "金额"], *rows) == ([("balance_disagrees", *told)] if told else [])


def test_a_list_of_self_evaluations_is_read_with_its_total() -> None:
    rows = listed(
        ["2023年度项目支出绩效自评结果汇总表（单位：万元）"],
        *EVALUATED,
        ["1", "道路养护", "10.00", "12.00", "11.40", "95.00%", "97.5", "优"],
        ["合计", "", "10.00", "12.00", "11.40", "95.00%", "", ""],
    )
    assert [(row.project_name, row.is_total, row.is_evaluated) for row in rows] == [
        ("道路养护", False, True),
        (None, True, True),
    ]
    (row, _) = rows
    assert (row.budget_wan, row.adjusted_wan, row.executed_wan) == (10, 12, Decimal("11.40"))
    assert (row.execution_rate, row.score, row.grade) == (95, Decimal("97.5"), "优")
    assert row.words == "1 | 道路养护 | 10.00 | 12.00 | 11.40 | 95.00% | 97.5 | 优"


def test_money_of_a_list_is_read_in_its_unit_or_not_at_all() -> None:
    row = ["1", "道路养护", "特定目标类", "65,000.00", "65,000.00"]
    heading = ["2025年项目支出表"]
    assert [one.allocated_wan for one in listed(heading, ["单位：元"], *BUDGET, row)] == [Decimal("6.5")]
    assert [one.allocated_wan for one in listed(heading, *BUDGET, row)] == [None]


def test_a_label_of_projects_above_another_is_no_column_of_names() -> None:
    header = [["资金来源", "项目", "年初预算数", "执行数"], ["", "财政拨款", "", ""]]
    assert listed(["2025年项目支出表（单位：万元）"], *header, ["", "合计", "6.50", "6.10"]) == []


@pytest.mark.parametrize("heading", ["2025年政府采购项目支出表", "2024年项目支出决算表", "2025年部门收支总表"])
def test_a_table_of_other_money_is_no_list(heading: str) -> None:
    assert listed([heading], ["单位：万元"], *BUDGET, ["1", "道路养护", "特定目标类", "6.50", "6.50"]) == []


def test_a_list_that_is_the_publication_is_none_beside_it() -> None:
    whole, _ = parts(
        [
            ["2023年度项目支出绩效自评结果汇总表（单位：万元）"],
            *EVALUATED,
            ["1", "路", "1", "1", "1", "100%", "98", "优"],
        ],
        FORM,
    )
    assert len(listed_projects(Part(whole, texts_of(whole)), [1])) == 1
    assert listed_projects(Part(whole, texts_of(whole)), [3]) == ()
