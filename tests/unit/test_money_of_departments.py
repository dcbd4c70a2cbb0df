"""The money of whole departments under the labels of several provinces; names and numbers invented."""

from decimal import Decimal

import pytest

from ingest.forms.labelled.grid.unfolded import unfolded
from ingest.forms.labelled.signs import signs_of_row
from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.printed import Printed
from tests.unit.test_published_forms import as_html

TITLE = "部门整体支出绩效目标申报表\n（2024年度）\n部门名称\t\t靖西市水利局\n"
GOAL = "年度总体目标\t清淤河道12公里，保障供水安全。\n"
GRID = "年度绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t清淤长度\t≥12公里\n"


def reading(text: str) -> Reading:
    return read(text.encode(), "form.txt")


def budget(text: str) -> dict[str, Decimal]:
    return {row.item: row.amount_wan for row in reading(text).department_budget}


def test_basic_and_project_spending_head_the_columns_of_their_sources() -> None:
    money = (
        "总体资金情况（万元）\t预算支出总额\t基本支出\t\t\t项目支出\t\t\n"
        "\t\t合计\t财政拨款\t单位资金\t合计\t财政拨款\t单位资金\n"
        "\t500\t310\t300\t10\t190\t150\t40\n"
    )
    found = reading(TITLE + money + GOAL + GRID)
    assert {row.item: row.amount_wan for row in found.department_budget} == {"total": 500, "basic": 310, "project": 190}
    assert {row.line for row in found.not_understood} == {6}


@pytest.mark.parametrize("label", ["收入预算合计", "支出预算合计", "预算支出总额"])
def test_a_total_that_speaks_of_a_budget_is_of_no_source(label: str) -> None:
    money = f"当年预算情况（万元）\t{label}\t400\t其中：项目经费\t150\n"
    assert budget(TITLE + money + GOAL + GRID) == {"total": 400, "project": 150}


@pytest.mark.parametrize("said", ["其中：基本支出 250；项目支出 150", "其中：基本支出：250；项目支出：150"])
def test_amounts_that_one_cell_says_are_those_of_the_department(said: str) -> None:
    money = f"部门预算支出（万元）\t合计\t400 {said}\n"
    assert budget(TITLE + money + GOAL + GRID) == {"total": 400, "basic": 250, "project": 150}


def test_a_total_of_a_source_is_none_of_the_department() -> None:
    money = "当年预算情况（万元）\t财政拨款预算合计\t400\t其中：项目经费\t150\n"
    assert "total" not in budget(TITLE + money + GOAL + GRID)


@pytest.mark.parametrize("label", ["人员类及运转类支出", "人员类和运转类项目支出"])
def test_classes_of_spending_are_basic_and_project(label: str) -> None:
    money = f"年度预算支出（万元）\t合计\t{label}\t特定目标类项目支出\n\t90\t30\t60\n"
    assert budget(TITLE + money + GOAL + GRID) == {"total": 90, "basic": 30, "project": 60}


def test_people_and_running_apart_are_each_a_part_of_basic() -> None:
    rows = "\t人员类项目支出\t50\n\t运转类公用经费\t10\n\t特定目标类项目支出\t30\n\t合计\t90\n"
    found = budget(TITLE + "支出构成（万元）" + rows + GOAL + GRID)
    assert (found.get("project"), found.get("basic")) == (30, None)


def test_a_total_left_of_the_labels_of_its_lines() -> None:
    text = (
        "部门整体支出绩效自评表\n（2024年度）\n部门名称\t\t靖西市水利局\n"
        "部门预算情况（万元）\t\t\t年度预算数\t全年执行数\t执行率\n"
        "\t\t基本支出\t70\t63\t90%\n\t\t项目支出\t30\t27\t90%\n合计\t\t\t100\t90\t90%\n"
        "一级指标\t二级指标\t三级指标\t目标值\t实际完成值\t分值\n产出指标\t数量指标\t清淤长度\t≥12公里\t13公里\t60\n"
        "\t质量指标\t合格率\t≥95%\t97%\t40\n"
    )
    rows = {row.item: (row.amount_wan, row.executed_wan, row.is_proved) for row in reading(text).department_budget}
    assert rows == {"basic": (70, 63, True), "project": (30, 27, True), "total": (100, 90, True)}


def test_activities_are_tasks() -> None:
    names = ["河道管护", "供水保障", "防汛排涝", "信息化运行"]
    tasks = "活动\t绩效指标\t活动内容\t\t预算金额（万元）\n"
    tasks += "".join(f"{name}\t详见下表\t按年度计划实施\t\t{10 * at}.00\n" for at, name in enumerate(names, start=4))
    found = reading(TITLE + GOAL + tasks + GRID).department_tasks
    assert [(row.task_name, row.amount_wan) for row in found] == [*zip(names, (40, 50, 60, 70), strict=True)]


def test_an_amount_behind_the_label_of_a_source_that_holds_none() -> None:
    money = "资金情况（万元）\t其中：基本支出：30万元\n\t纳入专户管理的非税收入拨款： 其他资金：8万元\n"
    assert budget(TITLE + money + GOAL + GRID) == {"basic": 30, "other": 8}


def test_the_budget_beside_the_initial_one_is_the_adjusted() -> None:
    text = (
        "项目支出绩效自评表\n（2024年度）\n项目名称\t\t河道清淤\n主管部门\t\t靖西市水利局\n"
        "项目资金（万元）\t\t年初预算数\t预算数（A）\t执行数（B）\t分值\t执行率（B/A）\t得分\n"
        "\t年度资金总额\t{}\t{}\t72\t10\t90%\t9\n"
        "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
        "产出指标\t数量指标\t清淤长度\t≥12公里\t13公里\t50\t50\n\t质量指标\t合格率\t≥95%\t97%\t40\t40\n"
    )
    (found,) = reading(text.format(100, 80)).executions
    assert (found.budget_wan, found.adjusted_wan, found.executed_wan) == (100, 80, 72)
    (found,) = reading(text.format(80, 100)).executions
    assert (found.budget_wan, found.adjusted_wan) == (80, None)


def test_a_grid_under_a_title_of_its_own_with_its_levels_in_the_second_row() -> None:
    text = (
        "项目支出绩效自评表\n（2024年度）\n项目名称\t\t河道清淤\n主管部门\t\t靖西市水利局\n"
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\n\t年度资金总额\t90\t80\t72\n{}"
        "绩效指标\t\t\t年度指标值\t\t\t实际完成值\t分值\t得分\n一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t\t\t\n"
        "产出指标\t数量指标\t清淤长度\t≥\t12\t公里\t13\t50\t50\n\t质量指标\t合格率\t≥\t95\t%\t97\t40\t40\n"
    )
    whole = text.format("项目支出绩效指标表\n") + text.format("项目支出绩效指标表\n").replace("河道清淤", "堤防加固")
    found = read(as_html(whole).encode(), "form.html").performance
    assert [(row.project_seq, row.indicator_name) for row in found] == [
        (seq, name) for seq in (1, 2) for name in ("清淤长度", "合格率")
    ]


def test_of_two_totals_that_nothing_proves_the_first_is_published_and_the_other_said() -> None:
    money = "年度预算申请（万元）\t资金总额\t460\n\t其中：基本支出\t256\n\t项目支出\t190\n年度收入预算（万元）\t资金总额\t455\n"
    found = reading(TITLE + money + GOAL + GRID)
    assert [(row.item, row.amount_wan, row.is_proved) for row in found.department_budget] == [
        ("total", 460, False),
        ("basic", 256, False),
        ("project", 190, False),
    ]
    assert [(row.code, row.printed) for row in found.issues] == [("amount_contradicted", "455")]


@pytest.mark.parametrize(("second", "is_read"), [("\t\t\t", True), ("桑植县国有林场\t120\t90\t30", False)])
def test_money_left_of_a_grid_is_read_of_one_body_alone(second: str, is_read: bool) -> None:
    lines = (
        "单位名称\t资金总额\t基本支出\t项目支出\t一级指标\t二级指标\t三级指标\t指标值",
        "桑植县林业局\t812.5\t502.5\t310\t产出指标\t数量指标\t人工造林面积\t≥12000亩",
        f"{second}\t效益指标\t生态效益指标\t森林覆盖率\t≥70%",
    )
    texts = [{at: text for at, text in enumerate(line.split("\t")) if text} for line in lines]
    rows = [{at: Printed(text, range(len(text))) for at, text in row.items()} for row in texts]
    below = unfolded(rows, [*map(signs_of_row, texts)])
    assert (below is not rows) == is_read
    pairs = [[cell.text for cell in row.values()] for row in below if len(row) == 2]
    assert pairs == (
        [["单位名称", "桑植县林业局"], ["资金总额", "812.5"], ["基本支出", "502.5"], ["项目支出", "310"]] * is_read
    )


def test_a_form_of_project_spending_is_of_no_department_whatever_its_labels_say() -> None:
    form = (
        "财政项目支出绩效目标表\n（2024年度）\n立项名称\t古树复壮项目\n主管部门\t梅州市林业局\n整体支出预算数（万元）\t46\n"
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t复壮古树\t21株\n效益指标\t生态效益指标\t古树保存率\t≥98%\n"
    )
    found = read(form.encode(), "form.txt")
    assert [row.project_name for row in found.projects] == ["古树复壮项目"]
    assert [row.indicator_name for row in found.indicators] == ["复壮古树", "古树保存率"]
    assert not found.department_indicators


def test_a_total_below_a_label_that_spans_both_rows_of_the_header() -> None:
    rows = (
        "部门整体支出绩效目标表",
        "（2024年度）",
        "部门名称\t\t梅州市林业局\t\t\t\t",
        "年度预算（万元）\t\t总额\t按支出性质分\t\t按资金来源分\t",
        "\t\t80\t基本支出\t项目支出\t财政拨款\t其他资金",
        "\t\t\t20\t60\t75\t5",
        "一级指标\t二级指标\t三级指标\t\t\t指标值\t",
        "产出指标\t数量指标\t改造管道长度\t\t\t≥8公里\t",
    )
    found = read("\n".join(rows).encode(), "form.txt")
    assert {row.item: row.amount_wan for row in found.department_budget} == {
        "total": 80,
        "basic": 20,
        "project": 60,
        "fiscal": 75,
        "other": 5,
    }


def test_numbers_and_scores_of_a_department_s_projects_are_no_money() -> None:
    tasks = (
        "年度项目\t序号\t项目名称\t预算金额\t执行金额\t执行率\t自评得分\n"
        "\t1\t办案业务费\t300\t290\t96.67%\t97\n"
        "\t2\t信息化建设\t200\t200\t100%\t100\n"
    )
    grid = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t办理案件\t≥500件\t520件\t50\t50\n"
    found = reading(
        "部门整体支出绩效自评表\n（2023年度）\n部门名称\t渭南市临渭区人民检察院\n单位：万元\n" + tasks + GOAL + grid
    )
    assert [(row.task_name, row.amount_wan, row.executed_wan) for row in found.department_tasks] == [
        ("办案业务费", 300, 290),
        ("信息化建设", 200, 200),
    ]


def test_the_money_of_a_project_beside_a_part_of_it_by_source() -> None:
    tasks = (
        "项目清单\t序号\t项目名称\t金额\t其中：财政拨款\n\t1\t灾害防治\t1000\t1000\n\t2\t耕地保护\t800\t600\n"
        "\t3\t不可能\t500\t600\n"
    )
    found = reading(TITLE + "单位：万元\n" + tasks + GOAL + GRID)
    assert [(row.task_name, row.amount_wan, row.fiscal_wan) for row in found.department_tasks] == [
        ("灾害防治", 1000, 1000),
        ("耕地保护", 800, 600),
        ("不可能", None, None),
    ]


@pytest.mark.parametrize(("spending", "doubted"), [("410", ["410"]), ("400", [])])
def test_the_total_of_expenditure_is_that_of_income(spending: str, doubted: list[str]) -> None:
    money = (
        f"当年预算情况（万元）\t收入预算合计\t400\t支出预算合计\t{spending}\n\t其中：本级财政安排\t400\t项目经费\t150\n"
    )
    issues = reading(TITLE + money + GOAL + GRID).issues
    assert [row.printed for row in issues if row.code == "amount_contradicted"] == doubted
