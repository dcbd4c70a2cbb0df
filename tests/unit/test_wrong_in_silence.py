"""Labels that no vocabulary has: what they label is right, or it is said that nobody knows; all invented."""

from decimal import Decimal

import pytest

from ingest.errors import DocumentRejected
from ingest.forms.labelled.grid.header import read_grid_header
from ingest.forms.labelled.grid.levels import in_order
from ingest.forms.labelled.grid.row import is_doubtful, is_misplaced
from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.printed import Printed
from tests.unit.test_labels_forgotten import BODIES, EVALUATION, GRID, MONEY, PLAN, SCORED, form, project, targets

PERIODS = "资金情况\t\t资金总额\t财政拨款"
HEAD = "绩效指标\t一级指标\t二级指标\t三级指标\t"


def printed(text: str) -> Printed:
    return Printed(text, range(len(text)))


def amounts(found: Reading) -> list[tuple[Decimal, Decimal | None]]:
    return [(own.amount_wan, own.midterm_amount_wan) for own in found.funding]


def attributes(found: Reading) -> list[tuple[str, str]]:
    return [(own.attribute, own.value) for own in found.attributes]


def left(found: Reading) -> str:
    return "|".join(own.text for own in found.not_understood)


def test_a_row_of_one_period_below_that_of_the_cycle_is_of_the_year() -> None:
    rows = ("投入构成\t\t资金合计数\t拨来的\t\t", "\t三年资金总额\t90\t90", "\t本期数\t30\t30")
    found = project(PLAN, *rows, *GRID)
    assert amounts(found) in ([(Decimal(30), Decimal(90))], [])


def test_money_of_the_cycle_alone_in_two_columns_is_not_that_of_the_year() -> None:
    rows = ("投入构成\t\t合到一起\t拨来的", "\t中期金额\t90\t90", "\t本期数\t30\t30")
    found = project(PLAN, *rows, *GRID)
    assert Decimal(90) not in [own for own, _ in amounts(found)]


def test_a_score_of_the_review_approves_no_money() -> None:
    rows = ("财政审核得分\t\t95", PERIODS, "\t项目总金额\t90\t90", "\t本年度申请资金总额\t30\t30")
    assert amounts(project(PLAN, *rows, *GRID)) == [(Decimal(30), Decimal(90))]


def test_the_name_of_a_body_is_no_name_of_a_project() -> None:
    rows = ("牵头事项名称\t\t清远市水利局信息中心", "立项事项名称\t\t河道清淤", BODIES, MONEY, *GRID)
    assert [own.project_name for own in form(PLAN, *rows).projects] == ["河道清淤"]


@pytest.mark.parametrize("label", ["总体预期目标", "中长期绩效目标", "本年预期绩效目标"])
def test_the_label_of_a_goal_is_no_goal(label: str) -> None:
    found = project(PLAN, f"年度目标\t\t{label}", MONEY, *GRID)
    assert (found.projects[0].annual_goal, left(found)) == (None, label)
    said = project(PLAN, "年度目标\t\t完成年度目标", MONEY, *GRID)
    assert said.projects[0].annual_goal == "完成年度目标"


@pytest.mark.parametrize(
    "row",
    [
        "甲地指数\t≥\t9\t台\t15",
        "甲地指数\t\t12月底前\t\t5",
        "甲地指数\t=\t622\t次\t10",
        "甲\t乙\t不断完善\t服务对象满意度指标",
    ],
)
def test_cells_of_a_grid_that_was_not_read_label_nothing(row: str) -> None:
    found = project(PLAN, MONEY, row, *GRID)
    cells = [cell for cell in row.split("\t") if cell]
    assert not [own for own in attributes(found) if own[1] in cells]
    assert cells[-1] in left(found)


def test_parts_of_the_year_label_what_is_to_be_spent_by_then() -> None:
    plan = ("支出计划（%）\t3月底\t6月底\t12月底", "\t15\t45\t100")
    assert {("3月底", "15"), ("6月底", "45"), ("12月底", "100")} <= {*attributes(project(PLAN, MONEY, *plan, *GRID))}


def test_scores_that_a_word_calls_weights_are_none() -> None:
    header = HEAD + "指标值\t实际完成值\t标准的\t实际分值"
    found = project(EVALUATION, MONEY, header, *SCORED[1:])
    assert [own.weight for own in found.performance] in ([50, 50], [None, None])


def test_an_actual_value_that_repeats_its_sign_is_no_target() -> None:
    header = HEAD + "逻辑符号\t甲\t乙\t分值\t得分"
    rows = (
        "\t产出指标\t数量指标\t清淤长度\t≥\t3公里\t已做完\t50\t50",
        "\t\t质量指标\t验收合格率\t≥\t95%\t≥95%\t30\t30",
        "\t效益指标\t社会效益指标\t受益人数\t\t长期\t长期\t20\t20",
    )
    found = project(EVALUATION, MONEY, header, *rows)
    assert "已做完" not in [own.target for own in found.performance]


def test_a_column_of_actual_values_by_a_word_that_is_blank_in_rows_makes_no_evaluation() -> None:
    rows = [f"{row}\t{text}" for row, text in zip(GRID[1:], ("", "统计报表", "据实填报"), strict=True)]
    found = project(PLAN, MONEY, GRID[0] + "\t那年实现值", *rows)
    assert len(found.indicators) == len(rows) and found.performance == ()


def test_texts_under_an_unknown_label_of_a_target_beside_comparisons_are_no_targets() -> None:
    rows = (
        "\t产出指标\t数量指标\t清淤长度\t≥3公里\t统计报表",
        "\t\t质量指标\t验收合格率\t≥95%\t据实填报",
        "\t效益指标\t社会效益指标\t受益人数\t≥300人\t统计报表",
    )
    found = project(PLAN, MONEY, HEAD + "要做到\t某某指标值", *rows)
    assert not {"统计报表", "据实填报"} & {own for _, *both in targets(found) for own in both}


@pytest.mark.parametrize(
    ("known", "texts", "expected"),
    [
        ({}, ("一级分组", "二级分组"), ("level1", "level2")),
        ({}, ("甲", "乙"), ("level1", "level2")),
        ({}, ("所属二级指标", "所属一级指标"), ("level2", "level1")),
        ({0: "level2"}, ("甲", "乙"), ("level2", "level1")),
    ],
)
def test_columns_of_levels_are_what_their_headers_say(
    known: dict[int, str], texts: tuple[str, str], expected: tuple[str, str]
) -> None:
    found = in_order({0: "level2", 1: "level1", 2: "level3"}, known, dict(enumerate((*texts, "三级指标"))))
    assert (found[0], found[1]) == expected


def test_rows_left_of_their_header_whose_second_levels_no_vocabulary_has() -> None:
    header = "绩效指标\t二级指标\t三级指标\t指标值\t某分"
    rows = ("安全生产指标\t培训合格率\t有效提升\t10", "数量指标\t清淤长度\t3公里\t5", "\t清淤段数\t3段\t5")
    names = [own.indicator_name for own in project(PLAN, MONEY, header, *rows).indicators]
    assert "有效提升" not in names
    assert names[-2:] == ["清淤长度", "清淤段数"]


def test_a_name_in_an_unknown_column_makes_no_nameless_indicator() -> None:
    header = dict(enumerate(("一级指标", "三级指标", "某分", "指标值")))
    grid = read_grid_header(header, [{0: "产出指标", 1: "清淤长度", 2: "15", 3: "3公里"}])
    assert grid is not None
    row = {2: printed("清淤段数"), 3: printed("15")}
    assert is_misplaced(grid, row)
    assert not is_misplaced(grid, {1: printed("清淤段数"), 2: printed("15"), 3: printed("15")})


def test_who_filled_in_a_form_is_no_indicator() -> None:
    header = dict(enumerate(("一级指标", "三级指标", "指标值", "分值")))
    grid = read_grid_header(header, [{0: "产出指标", 1: "清淤长度", 2: "3公里"}])
    assert grid is not None
    grid.carried1 = printed("产出指标")
    assert is_doubtful(grid, {0: printed("经手的人"), 1: printed("王芳"), 6: printed("打电话")})
    assert not is_doubtful(grid, {0: printed("效益指标"), 1: printed("受益人数"), 6: printed("打电话")})


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("关于公开2024年度项目支出绩效目标表的通知", "2025年项目支出绩效目标表"), 2025),
        (("2024年项目支出绩效目标表公示", "项目支出绩效目标表", "（2025年度）"), 2025),
        (("2024年项目支出绩效目标表", "（2025年度）"), None),
        (("2024年度项目支出绩效目标公开", "2025年"), None),
    ],
)
def test_the_year_of_a_notice_gives_way_to_that_of_the_title(lines: tuple[str, ...], year: int | None) -> None:
    text = "\n".join((*lines, "项目名称\t\t河道清淤", BODIES, MONEY, *GRID)).encode()
    if year is None:
        with pytest.raises(DocumentRejected, match="several years"):
            read(text, "form.txt")
    else:
        assert read(text, "form.txt").document.budget_year == year


def test_attributes_of_scored_criteria_are_called_as_they_are_printed() -> None:
    rows = (
        "项目资金（万元）\t\t全年预算数\t全年执行数\t分值\t执行率\t得分",
        "\t年度资金总额\t100\t90\t10\t90%\t9",
        "\t其中：中央补助\t60\t50\t10\t83.33%\t8",
        "\t地方资金\t40\t40\t10\t100%\t10",
    )
    reading = project(EVALUATION, *rows, *SCORED)
    found = dict(attributes(reading))
    assert (found["其中：中央补助 全年执行数"], found["其中：中央补助 得分"]) == ("50", "8")
    measures = {row.attribute: row.measure for row in reading.attributes}
    assert (measures["其中：中央补助 全年执行数"], measures["其中：中央补助 得分"]) == ("executed", "execution_score")
    assert not any(name.isascii() or "_" in name for label in found for name in label.split())
