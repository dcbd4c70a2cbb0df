"""Reports of evaluations: prose, and a table of scored indicators; the title names the project."""

from decimal import Decimal

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


SECTIONS = (
    "江山市水利局2023年度项目支出绩效自评报告", "一、自评组织", "（一）农村饮水改造提升项目", "1.概况。改造水站26座。",
    "资金来源\t年初预算数\t全年预算数\t全年执行数\t执行率\t得分", "年度资金总额\t860\t860\t774\t90%\t9",
    "2.自评得分96分。", *GRID[:4], "预算执行率\t\t\t100%\t10\t90%\t9\t", "合计\t\t\t\t100\t\t96\t",
    "（二）河道保洁补助", "1.概况。", *GRID, "三、问题", "无。",
)  # fmt: skip


def test_a_heading_names_the_project_of_the_tables_below_it() -> None:
    found = page(*SECTIONS)
    assert [row.project_name for row in found.projects] == ["农村饮水改造提升项目", "河道保洁补助"]
    assert found.document.department_name == "江山市水利局"
    names = [(row.project_seq, row.indicator_name) for row in found.performance]
    assert names[:3] == [(1, "立项依据充分性"), (1, "改造水站数量"), (1, "水质合格率")]
    assert {seq for seq, _ in names[3:]} == {2} and len(names) == 7
    assert [row.total_score for row in found.evaluations] == [96, 97]


def test_a_heading_below_a_title_that_names_the_project_is_no_other_name() -> None:
    found = page("江山市水利局", "2023年农村饮水改造提升项目支出绩效自评报告", "（一）农村饮水专项补助资金", *GRID)
    assert [row.project_name for row in found.projects] == ["农村饮水改造提升项目"]


def test_the_row_of_the_execution_rate_is_the_score_of_the_money() -> None:
    (money,) = page(*SECTIONS).executions
    assert (money.budget_wan, money.executed_wan) == (860, 774)
    assert (money.execution_rate, money.weight, money.score) == (90, 10, 9)


def test_a_row_of_another_execution_rate_stays_an_indicator() -> None:
    found = page(*(row.replace("90%\t9\t", "91%\t9\t") for row in SECTIONS))
    assert (found.executions[0].execution_rate, found.executions[0].weight) == (90, None)
    assert [row.actual for row in found.performance if row.indicator_name is None] == ["91%"]


def test_the_report_of_a_whole_department_is_no_project() -> None:
    grid = [row.replace("决策（20分）", "产出目标（部门工作实绩，包含重点工作）") for row in GRID[:4]]
    title = ("江山市2023年度部门整体支出", "绩效评价自评报告", "部门(单位)名称：江山市水利局")
    found = page(*title, "一、概况", "良好。", *grid)
    assert (found.projects, found.document.department_name) == ((), "江山市水利局")
    assert found.document.budget_year == 2023
    assert [row.indicator_name for row in found.department_indicators] == [row.split("\t")[2] for row in grid[1:]]


def test_a_notice_of_results_names_its_project_in_quotation_marks() -> None:
    notice = (
        "关于“2023年测绘实训室建设项目”预算绩效评价结果的公示",
        "测绘实训室建设项目由衢州职业技术学院2023年度专项资金资助，预算90万元。",
        "一级指标\t二级指标\t三级指标\t预算设定指标值\t项目完成指标值",
        "产出指标\t数量指标\t购置全站仪\t20台\t22台", "\t质量指标\t验收合格率\t100%\t100%",
        "评价结果\t编制准确度\t9分\t采购节约率\t10分", "\t支出进度\t8分\t总体结论\t28分",
    )  # fmt: skip
    rows = (f"\t\t运行第{number}台全站仪\t{number}天\t{number}天" for number in range(11, 16))
    found = page(*notice[:5], *rows, *notice[5:])
    assert [row.project_name for row in found.projects] == ["2023年测绘实训室建设项目"]
    assert found.document.department_name == "衢州职业技术学院"
    assert [(row.indicator_name, row.target, row.actual) for row in found.performance][:2] == [
        ("购置全站仪", "20台", "22台"),
        ("验收合格率", "100%", "100%"),
    ]
    assert len(found.performance) == 7
    assert {"9分", "8分", "28分"} <= {row.text for row in found.not_understood}


WHOSE = ("项目名称：农村饮水改造提升项目", "项目单位：江山市饮水服务中心", "主管部门：江山市水利局")
SOURCES = (
    "资金来源\t预算安排（元）\t实际到位（元）\t实际支出（元）\t结余（元）",
    "市本级财政\t1,200,000.00\t1,200,000.00\t1,196,400.00\t3,600.00",
    "其中：东片\t500,000.00\t500,000.00\t498,400.00\t1,600.00",
    "西片\t700,000.00\t700,000.00\t698,000.00\t2,000.00",
)


@pytest.mark.parametrize(
    "title",
    [
        "江山市财政项目支出绩效自评报告",
        "江山市2023年度部门预算项目支出绩效自评报告",
        "江山市水利局2023年度市级财政专项资金绩效评价报告",
        "江山市水利局项目支出绩效自评报告",
        "自治区财政项目支出绩效自评报告",
    ],
)
def test_words_of_kind_in_a_title_name_no_project(title: str) -> None:
    with pytest.raises(DocumentRejected, match="项目名称"):
        page("江山市财政局", title, "（2023年度）", "项目单位：江山市水利局", "一、概况", MONEY, *GRID)


@pytest.mark.parametrize(
    "cover",
    [
        WHOSE,
        tuple(row.replace("：", "\t") for row in WHOSE),
        ("<br><br>" + "<br>".join((*WHOSE, "评价人员：", "2024年　月　日")),),
        ("评价项目名称：农村饮水改造提升项目", *WHOSE[1:]),
        (*WHOSE[1:], *(f"说明{number}。" for number in range(20)), "（一）项目名称：农村饮水改造提升项目"),
    ],
    ids=["lines", "table", "a paragraph", "of the evaluation", "far below"],
)
def test_the_cover_names_the_project_its_unit_and_its_department(cover: tuple[str, ...]) -> None:
    found = page("江山市财政项目支出绩效自评报告", "（2023年度）", *cover, "一、概况", "改造水站26座。", *GRID)
    assert [row.project_name for row in found.projects] == ["农村饮水改造提升项目"]
    assert [row.unit_name for row in found.units] == ["江山市饮水服务中心"]
    assert (found.document.department_name, found.document.budget_year) == ("江山市水利局", 2023)


def test_the_name_of_the_cover_goes_before_that_of_the_title() -> None:
    title = "2023年饮水项目支出绩效评价报告"
    found = page("江山市水利局", title, "项目单位：江山市水利局", "项目名称：农村饮水改造提升项目", *GRID)
    assert [row.project_name for row in found.projects] == ["农村饮水改造提升项目"]


def test_the_money_of_a_report_stands_in_a_table_in_yuan() -> None:
    found = page("江山市财政项目支出绩效自评报告", "（2023年度）", *WHOSE, "资金情况", *SOURCES, "得分", *GRID)
    assert [(row.measure, row.budget_wan, row.executed_wan) for row in found.executions] == [
        ("total", 120, Decimal("119.64")),
        ("fiscal", 120, Decimal("119.64")),
    ]
    kept = {row.attribute: row.value for row in found.attributes}
    assert kept["市本级财政 结余（元）"] == "3,600.00" and kept["西片 实际支出（元）"] == "698,000.00"


def test_a_body_in_a_line_of_its_own_below_the_title_is_the_department() -> None:
    title = "2023年度老旧小区改造项目绩效自评报告"
    grid = (
        "指标名称\t目标值\t完成值\t分值\t得分",
        "改造小区数量\t≥12个\t12个\t20\t20",
        "居民满意度\t≥90%\t93%\t20\t20",
    )
    found = page(title, "郑州市二七区住房和城乡建设局", "一、项目概况", "为改善居住环境实施。", *grid)
    assert found.document.department_name == "郑州市二七区住房和城乡建设局"
    assert [row.project_name for row in found.projects] == ["老旧小区改造项目"]
    assert scored(found) == [("改造小区数量", "≥12个", "12个", 20, 20), ("居民满意度", "≥90%", "93%", 20, 20)]


def test_a_rate_that_is_cut_off_proves_the_one_budget_and_the_one_spending() -> None:
    title = ("2021年度学生奖助学金项目自评结果", "湖北文理学院学生资助管理中心")
    said = "2021年项目预算1874万元，全年实际支出1873.5416 万元，预算执行率{}%。"
    grid = ["\t".join(cell for at, cell in enumerate(row.split("\t")) if at not in (4, 6, 7)) for row in GRID[:-1]]
    found = page(*title, said.format(99), *grid)
    assert [(row.budget_wan, row.executed_wan) for row in found.executions] == [(1874, Decimal("1873.5416"))]
    assert [row.target for row in found.performance] == ["/", "26座", "≥95%", "≥3万人"]
    around = f"按文件安排资金，{'重点保障。' * 30}{said.format(99)}{'未执行的为入伍学生资助经费。' * 30}"
    assert [row.executed_wan for row in page(*title, around, *grid).executions] == [Decimal("1873.5416")]
    assert page(*title, said.format(98), *grid).executions == ()
    assert page(*title, said.format(99) + "另支出12万元。", *grid).executions == ()
