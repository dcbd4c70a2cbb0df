"""What of a file is outside its publication: tables are named where they stand; a rate in words is compared."""

from dataclasses import astuple
from decimal import Decimal

import pytest

from ingest.document.outside.money_said import contradicted_clause
from ingest.document.outside.tables import outside_tables
from ingest.document.publication import publication
from ingest.forms import continues_form, is_form
from ingest.forms.labelled.evidence import has_grid
from ingest.pipeline import read
from ingest.source.printed import texts_of
from tests.unit.test_publication import CONTINUED, FORM, OTHER, source

PROSE = [["二、机构设置情况如下："], ["单位", "编制"], ["本级", "20"]]


def found(*pages: list[list[str]], medium: str = "xlsx") -> list[tuple[object, ...]]:
    whole = source(*pages, medium=medium)
    part = publication(whole, texts_of(whole), is_form, continues_form, has_grid)
    return [astuple(row) for row in outside_tables(whole, part)]


def test_tables_around_a_form_are_named_with_their_places() -> None:
    assert found(OTHER, FORM, PROSE) == [
        (1, "收支总表", 2, 15, 1, 3),
        (2, "二、机构设置情况如下：", 2, 8, 3, len(OTHER) + len(FORM) + 2),
    ]


def test_a_table_that_goes_on_over_a_page_is_one() -> None:
    assert found(OTHER, [["事业收入", "2.00"]], [["7"], ["其他收入", "3.00"]], FORM) == [(1, "收支总表", 4, 31, 1, 3)]


def test_a_table_without_a_heading_has_none() -> None:
    assert found(OTHER[2:], FORM) == [(1, None, 2, 15, 1, 1)]


def test_a_file_that_is_its_publication_has_no_table_outside() -> None:
    assert found(FORM, CONTINUED) == []
    assert found(OTHER, FORM, medium="text") == []


REPORT = """<html><body><p>项目支出绩效自评报告</p><p>二、资金情况。{said}</p><p>项目支出绩效自评表</p><p>（2023年度）</p><table>
<tr><td>项目名称</td><td colspan=6>堤防养护</td></tr>
<tr><td>主管部门</td><td colspan=2>随州市水利局</td><td>实施单位</td><td colspan=3>随州市堤防管理处</td></tr>
<tr><td rowspan=2>项目资金（万元）</td><td></td><td>全年预算数</td><td>全年执行数</td><td>分值</td><td>执行率</td><td>得分</td></tr>
<tr><td>年度资金总额</td><td>120.00</td><td>110.40</td><td>10</td><td>92%</td><td>9.2</td></tr>
<tr><td>指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>得分</td></tr>
<tr><td></td><td>产出指标</td><td>数量指标</td><td>养护堤防</td><td>36公里</td><td>36公里</td><td>90</td></tr>
</table></body></html>"""


@pytest.mark.parametrize(
    ("said", "doubts"),
    [
        ("全年支出110.40万元，预算执行率98%。", ["the words around the form say: 预算执行率98%"]),
        ("全年支出110.40万元，预算执行率为92%。", []),
        ("其中上半年预算执行率41%，预算执行率要求不低于95%。", []),
        ("预算执行率98%。项目预算执行率92%。", []),
        ("年初预算执行率99%。", []),
    ],
)
def test_a_rate_that_a_report_says_is_compared_with_that_of_its_form(said: str, doubts: list[str]) -> None:
    issues = read(REPORT.format(said=said).encode(), "report.html").issues
    assert [row.message for row in issues if row.code == "rate_contradicted"] == doubts


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("全年实际支出104.10万元。", ["spending_contradicted"]),
        ("全年实际支出1,104,000元。", []),
        ("上半年实际支出52万元。", []),
        ("全年养护堤防63公里。", ["actual_contradicted"]),
        ("全年养护堤防36公里，其中养护堤防城区段12公里。", []),
        ("全年栽植防浪林63公里。", []),
        ("计划养护堤防40公里。", []),
        ("年初预算130万元，全年实际支出110.40万元。", ["budget_contradicted"]),
        ("全年预算数1,200,000元，全年执行101.40万元。", ["budget_contradicted"]),
        ("年初预算120万元，全年实际支出110.40万元。", []),
        ("年初预算130万元，省级资金实际支出110.40万元。", []),
        ("年初预算130万元。全年执行110.40万元。", []),
    ],
)
def test_money_and_counts_that_a_report_says_are_compared_with_its_form(said: str, codes: list[str]) -> None:
    issues = read(REPORT.format(said=said).encode(), "report.html").issues
    assert [row.code for row in issues if row.code.endswith("_contradicted")] == codes


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("全年预算数300万元，执行数268万元。", "全年预算数300万元"),
        ("全年预算数280万元，执行数268万元。", None),
        ("年初预算300万元，执行数268万元。", None),
    ],
)
def test_the_first_budget_is_none_of_the_year_that_was_changed(said: str, clause: str | None) -> None:
    printed = {"budget": Decimal(300), "adjusted": Decimal(280), "executed": Decimal(268)}
    assert contradicted_clause(printed, printed.values(), [said]) == clause


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("堤防养护主体工程已完工，年底尚未组织竣工验收。", ["年底尚未组织竣工验收"]),
        ("堤防养护已通过竣工验收。", []),
        ("涵闸检修尚未组织竣工验收。", []),
        ("堤防养护未开展满意度问卷调查。", []),
    ],
)
def test_an_acceptance_that_a_report_denies_is_none(said: str, denied: list[str]) -> None:
    first = REPORT[REPORT.index("<p>项目支出绩效自评表") : REPORT.index("</body>")]
    first = first.replace("养护堤防", "工程验收合格率").replace("36公里", "100%")
    second = first.replace("堤防养护", "涵闸检修").replace("110.40", "120").replace("92%", "100%")
    said = f"<p>{said}</p><p>二、预算绩效情况说明。</p>"
    issues = read(f"<html><body>{said}{first}{second}</body></html>".encode(), "report.html").issues
    found = [(row.project_seq, row.message) for row in issues if row.code == "actual_denied"]
    assert [message for seq, message in found if seq == 1] == [
        f"the words around the form say: {own}" for own in denied
    ]


@pytest.mark.parametrize(("scores", "doubted"), [(("99.2", "100"), []), (("98.2", "100"), [1]), (("99.2", "97"), [2])])
def test_scores_that_a_report_says_of_several_projects_are_compared_each_with_its_form(
    scores: tuple[str, str], doubted: list[int]
) -> None:
    said = "".join(
        f"<p>（一）{name}项目绩效自评综述：根据年初设定的绩效目标，项目自评得分{score}分，自评结论为“优”。</p>"
        for name, score in zip(("堤防养护", "涵闸检修"), scores, strict=True)
    )
    form = REPORT[REPORT.index("<p>项目支出绩效自评表") : REPORT.index("</table>")]
    first = form + "<tr><td colspan=6>总分</td><td>99.2</td></tr></table>"
    second = (
        first.replace("堤防养护", "涵闸检修").replace("99.2", "100").replace("110.40", "120").replace("92%", "100%")
    )
    page = f"<html><body>{said}<p>二、预算绩效情况说明。</p>{first}{second}</body></html>"
    issues = read(page.encode(), "report.html").issues
    assert [row.project_seq for row in issues if row.code == "score_contradicted"] == doubted


@pytest.mark.parametrize(
    ("said", "is_doubted"),
    [
        ("项目自评得分90分。", True),
        ("项目支出绩效自评表注：执行率满分10分。", False),
        ("经自评，该项目得90分，具体见附表。", True),
        ("经自评，该项目得99.2分，具体见附表。", False),
        ("经自评，预算执行率得9分。", False),
    ],
)
def test_the_full_score_of_a_part_is_not_the_score_of_a_form(said: str, is_doubted: bool) -> None:
    page = REPORT.format(said=said).replace("</table>", "<tr><td colspan=6>总分</td><td>99.2</td></tr></table>")
    issues = read(page.encode(), "report.html").issues
    assert ("score_contradicted" in [row.code for row in issues]) is is_doubted


@pytest.mark.parametrize(
    ("said", "is_doubted"),
    [
        ("受汛期影响，全年实际开放290天。", True),
        ("全年实际开放262天。", False),
        ("全年闭馆290天。", False),
    ],
)
def test_the_word_for_a_number_that_ends_a_name_is_no_part_of_what_is_counted(said: str, is_doubted: bool) -> None:
    page = REPORT.format(said=said).replace("养护堤防", "场馆全年开放天数").replace("36公里", "262天")
    issues = read(page.encode(), "report.html").issues
    assert ("actual_contradicted" in [row.code for row in issues]) is is_doubted


def test_of_a_sentence_that_scores_several_projects_each_part_is_of_its_own() -> None:
    said = "<p>自评结论：堤防养护自评得分99.2分，涵闸检修自评得分97分，等级均为“优”。</p>"
    form = REPORT[REPORT.index("<p>项目支出绩效自评表") : REPORT.index("</table>")]
    first = form + "<tr><td colspan=6>总分</td><td>99.2</td></tr></table>"
    second = first.replace("堤防养护", "涵闸检修")
    page = f"<html><body>{said}<p>二、预算绩效情况说明。</p>{first}{second}</body></html>"
    issues = read(page.encode(), "report.html").issues
    assert [row.project_seq for row in issues if row.code == "score_contradicted"] == [2]


def test_what_stands_below_the_name_of_a_project_is_of_it() -> None:
    said = "".join(
        f"<p>{text}</p>"
        for text in ("二、自评情况", "（一）堤防养护", "自评得分99.2分，等级为“优”（90分及以上为优）。", "（二）涵闸检修",
                     "自评得分97分，等级为“良”（90分及以上为优）。", "三、存在问题", "自评得分低的有80分。")
    )  # fmt: skip
    form = REPORT[REPORT.index("<p>项目支出绩效自评表") : REPORT.index("</table>")]
    first = form + "<tr><td colspan=6>总分</td><td>99.2</td></tr></table>"
    second = first.replace("堤防养护", "涵闸检修")
    issues = read(f"<html><body>{said}<p>四、附表。</p>{first}{second}</body></html>".encode(), "report.html").issues
    doubts = [(row.code, row.project_seq) for row in issues if row.code in ("score_contradicted", "grade_contradicted")]
    assert doubts == [("score_contradicted", 2), ("grade_contradicted", 2)]


@pytest.mark.parametrize(
    ("spent", "doubted"), [("230.40万元", []), ("110.40万元", []), ("120万元", []), ("101.40万元", [1])]
)
def test_money_that_a_report_says_beside_a_project_may_be_that_of_all(spent: str, doubted: list[int]) -> None:
    first = REPORT[REPORT.index("<p>项目支出绩效自评表") : REPORT.index("</body>")]
    second = first.replace("堤防养护", "涵闸检修").replace("110.40", "120").replace("92%", "100%")
    said = f"<p>对堤防养护等2个项目开展绩效自评，全年支出{spent}。</p><p>二、预算绩效情况说明。</p>"
    issues = read(f"<html><body>{said}{first}{second}</body></html>".encode(), "report.html").issues
    assert [row.project_seq for row in issues if row.code == "spending_contradicted"] == doubted


DEPARTMENT = """<p>部门整体支出绩效自评表</p><p>（2023年度）</p><table>
<tr><td>部门名称</td><td colspan=7>随州市水利局</td></tr>
<tr><td>年度总体目标</td><td colspan=4>除险加固堤防36公里。</td><td colspan=3>除险加固堤防30公里。</td></tr>
<tr><td>指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
<tr><td></td><td>产出指标</td><td>数量指标</td><td>除险加固堤防里程</td><td>36公里</td><td>30公里</td><td>50</td><td>42</td></tr>
<tr><td></td><td>满意度指标</td><td>服务对象满意度指标</td><td>沿河群众满意度</td><td>≥90%</td><td>92%</td><td>50</td><td>50</td></tr>
</table>"""


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("沿河群众满意度达到96%。", ["沿河群众满意度达到96%"]),
        ("沿河群众满意度达到92%。", []),
        ("堤防养护项目沿河群众满意度达到96%。", []),
        ("除险加固堤防36公里全部完工。", ["除险加固堤防36公里全部完工"]),
        ("年初计划除险加固堤防36公里。", []),
    ],
)
def test_what_a_report_says_of_a_department_is_compared_with_its_form(said: str, doubted: list[str]) -> None:
    project = REPORT[REPORT.index("<p>项目支出绩效自评表") : REPORT.index("</body>")]
    page = f"<html><body><p>部门整体支出绩效自评报告</p><p>{said}</p>{DEPARTMENT}{project}</body></html>"
    issues = read(page.encode(), "report.html").issues
    clauses = [
        row.message.removeprefix("the words around the form say: ") for row in issues if "contradicted" in row.code
    ]
    assert clauses == doubted


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("滨河堤防养护自评得分84.2分，评价等级为“优”。", [1]),
        ("滨河堤防养护自评得分84.2分，评价等级为良好；涵闸检修评价等级为优。", []),
        ("滨河堤防养护按90分（含）以上为优评定，等次为“良”。", []),
        ("2个项目评价等级为优。", []),
    ],
)
def test_a_grade_that_a_report_gives_is_compared_with_the_score_of_its_form(said: str, doubted: list[int]) -> None:
    form = REPORT[REPORT.index("<p>项目支出绩效自评表") : REPORT.index("</table>")]
    form = form.replace("堤防养护", "沿江段滨河堤防养护")  # the report says it shortly
    first = form + "<tr><td colspan=6>总分</td><td>84.2</td></tr></table>"
    second = first.replace("沿江段滨河堤防养护", "涵闸检修").replace("84.2", "97").replace("110.40", "120")
    page = f"<html><body><p>{said}</p><p>二、预算绩效情况说明。</p>{first}{second}</body></html>"
    issues = read(page.encode(), "report.html").issues
    assert [row.project_seq for row in issues if row.code == "grade_contradicted"] == doubted


def doubted_beside_plan(said: str, name: str, quality: str) -> list[str]:
    """What the words ``said`` above a plan of 36公里 are doubted for."""
    plan = (
        "<p>项目支出绩效目标表</p><p>（2025年度）</p><table border=1>"
        "<tr><td>项目名称</td><td colspan=4>堤防养护</td></tr>"
        "<tr><td>主管部门</td><td colspan=2>绵竹市水利局</td><td>实施单位</td><td>绵竹市水利局</td></tr>"
        "<tr><td rowspan=2>项目资金（万元）</td><td>年度资金总额</td><td colspan=3>64.00</td></tr>"
        "<tr><td>其中：财政拨款</td><td colspan=3>64.00</td></tr>"
        "<tr><td>年度总体目标</td><td colspan=4>堤防安全度汛。</td></tr>"
        "<tr><td rowspan=4>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>"
        f"<tr><td rowspan=2>产出指标</td><td>数量指标</td><td>{name}</td><td>≥36公里</td></tr>"
        f"<tr><td>质量指标</td><td>{quality}</td><td>≥98%</td></tr>"
        "<tr><td>满意度指标</td><td>服务对象满意度指标</td><td>群众满意度</td><td>≥90%</td></tr></table>"
    )
    page = f"<html><body><p>一、预算绩效情况说明。</p><p>{said}</p>{plan}</body></html>"
    issues = read(page.encode(), "budget.html").issues
    return [row.message.removeprefix("the words around the form say: ") for row in issues]


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("2025年堤防养护计划养护堤防48公里。", ["2025年堤防养护计划养护堤防48公里"]),
        ("2025年堤防养护计划养护堤防36公里。", []),
        ("堤防养护上年养护堤防48公里。", []),
        ("2025年堤防养护计划栽植防浪林48公里。", []),
    ],
)
def test_what_words_promise_is_compared_with_the_targets_of_a_plan(said: str, doubted: list[str]) -> None:
    assert doubted_beside_plan(said, "养护堤防长度", "养护合格率") == doubted


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("新建泵站2座、高标准防浪林带48公里。", ["高标准防浪林带48公里"]),
        ("新建泵站2座、改造高标准防浪林带48公里。", []),
        ("新建泵站2座、高标准防浪林带36公里。", []),
    ],
)
def test_what_is_done_is_said_once_for_several_things(said: str, doubted: list[str]) -> None:
    assert doubted_beside_plan(said, "新建高标准防浪林带", "林带合格率") == doubted


@pytest.mark.parametrize(
    ("said", "is_doubted"),
    [
        ("发放问卷120份，收回116份，满意度92%。", True),
        ("发放问卷120份，收回116份，满意度95%。", False),
        ("确保群众满意度92%。满意度指标目标值90%。", False),
        ("上年满意度92%。", False),
    ],
)
def test_the_only_opinion_of_a_form_is_the_one_that_its_report_says(said: str, is_doubted: bool) -> None:
    page = REPORT.format(said=said).replace("养护堤防</td>", "沿岸受益农户满意度</td>").replace("36公里", "95%")
    issues = read(page.encode(), "report.html").issues
    assert ("actual_contradicted" in [row.code for row in issues]) is is_doubted


@pytest.mark.parametrize(
    ("said", "is_doubted"),
    [
        ("沿岸受益农户满意度90.6%。", True),  # near the target, and another number
        ("沿岸受益农户满意度达到90%。", False),
        ("沿岸受益农户满意度95.4%。", False),
    ],
)
def test_a_number_near_the_target_is_not_the_target(said: str, is_doubted: bool) -> None:
    page = REPORT.format(said=said).replace("养护堤防</td>", "沿岸受益农户满意度</td>")
    issues = read(page.replace("36公里", "≥90%", 1).replace("36公里", "95%").encode(), "report.html").issues
    assert ("actual_contradicted" in [row.code for row in issues]) is is_doubted


@pytest.mark.parametrize(
    ("said", "is_doubted"),
    [
        ("全市现有堤防需养护46公里。养护堤防42公里。", True),  # all there are, and what was done
        ("全市现有堤防需养护46公里。养护堤防36公里。", False),
        ("养护堤防46公里。", True),
    ],
)
def test_what_the_target_counts_is_not_what_was_done(said: str, is_doubted: bool) -> None:
    page = REPORT.replace("36公里", "46公里", 1).format(said=said)
    issues = read(page.encode(), "report.html").issues
    assert ("actual_contradicted" in [row.code for row in issues]) is is_doubted


def test_a_rate_of_the_first_budget_is_none_beside_a_printed_one_of_the_year() -> None:
    page = REPORT.format(said="预算执行率98%。").replace(
        "<td></td><td>全年预算数", "<td></td><td>年初预算数</td><td>全年预算数"
    )
    page = page.replace("<td>120.00</td>", "<td>112.65</td><td>120.00</td>")
    issues = read(page.encode(), "report.html").issues
    assert [row.message for row in issues if row.code == "rate_contradicted"] == [
        "the words around the form say: 预算执行率98%"
    ]
