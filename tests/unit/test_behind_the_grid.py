"""Who filled in a form, behind its grid, under labels that no vocabulary has: never an indicator."""

import pytest

from ingest.pipeline import read

HEAD = "项目支出绩效目标表\n（2024年度）\n项目名称\t\t河道清淤\n主管部门\t\t梅州市水利局\n项目资金（万元）\t年度资金总额\t10\n"
GRIDS = {
    "two sides": (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t二级指标\t三级指标\t指标值\n"
        "\t产出指标\t数量指标\t清淤长度\t9公里\t数量指标\t清淤长度\t3公里\n"
        "\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t服务对象满意度指标\t居民满意度\t≥91%\n"
    ),
    "one side": (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t权重\n\t产出指标\t数量指标\t清淤长度\t3公里\t50\n"
        "\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t40\n"
    ),
    "rows left of their header": (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t清淤长度\t3公里\n"
        "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\n"
    ),
    "an unknown first level": (
        "绩效指标\t大类\t二级指标\t三级指标\t指标值\n\t产出\t数量指标\t清淤长度\t3公里\n"
        "\t满意度\t服务对象满意度指标\t居民满意度\t≥90%\n"
    ),
    "no block": (
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t清淤长度\t3公里\n"
        "满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\n"
    ),
}
ROWS = (
    "经手人\t王芳\t手机号\t0753-2288331",
    "经手人\t王芳\t\t手机号\t0753-2288331",
    "经手人\t王芳\t\t\t\t手机号\t0753-2288331",
    "经手人\t王芳\t手机号\t0753-2288331\t填于\t2024-01-02",
)


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("row", ROWS)
def test_who_filled_in_a_form_is_no_indicator(grid: str, row: str) -> None:
    reading = read(f"{HEAD}{GRIDS[grid]}{row}\n".encode(), "form.txt")
    assert [own.indicator_name for own in reading.indicators] == ["清淤长度", "居民满意度"]
    said = {text for own in reading.attributes for text in (own.attribute, own.value)}
    said |= {own.text for own in reading.not_understood}
    assert {"经手人", "王芳", "手机号", "0753-2288331"} <= said


def test_a_row_of_an_unknown_level_stands_where_the_rows_below_it_do() -> None:
    grid = (
        "绩效指标\t二级指标\t指标名称\t指标值\n产品数目指标\t清淤长度\t长期\n质量指标\t验收合格率\t≥98%\n"
        "社会效益指标\t受益人数\t300人\n"
    )
    reading = read(f"{HEAD}{grid}".encode(), "form.txt")
    found = [(own.indicator_name, own.annual_target) for own in reading.indicators]
    assert found == [("清淤长度", "长期"), ("验收合格率", "≥98%"), ("受益人数", "300人")]


def test_a_sign_in_a_column_without_a_known_label_belongs_to_the_value_behind_it() -> None:
    grid = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t比一比\t指标值\n\t产出\t数量指标\t清淤长度\t≥\t3公里\n"
        "\t甲类\t乙类\t验收合格率\t≤\t98\n"
    )
    reading = read(f"{HEAD}{grid}".encode(), "form.txt")
    found = [(own.indicator_name, own.annual_target, own.annual_operator) for own in reading.indicators]
    assert found == [("清淤长度", "≥3公里", ">="), ("验收合格率", "≤98", "<=")]
    assert "≥" not in {own.text for own in reading.not_understood}


@pytest.mark.parametrize(
    ("grid", "left"), [("one side", ""), ("one side", "\t"), ("two sides", "\t"), ("no block", "")]
)
@pytest.mark.parametrize(
    "table",
    [
        "序号\t支出内容\t计量单位\t数量\t单价\t金额\n1\t挖机\t台\t2\t3.00\t6.00\n2\t柴油\t吨\t4\t1.00\t4.00\n",
        "支出内容\t规格\t数量\t单价（万元）\t金额（万元）\n挖机\t大\t2\t3.00\t6.00\n柴油\t零号\t4\t1.00\t4.00\n",
        "明细项目\t测算依据\t用途\t金额（万元）\n挖机\t合同\t清淤\t6.00\n柴油\t市价\t清淤\t4.00\n",
    ],
)
def test_what_the_money_is_spent_on_is_no_indicator(grid: str, left: str, table: str) -> None:
    """Its header stands below the grid, without a title between them."""
    rows = "".join(f"{left}{row}\n" for row in table.splitlines())
    reading = read(f"{HEAD}{GRIDS[grid]}{rows}".encode(), "form.txt")
    assert [own.indicator_name for own in reading.indicators] == ["清淤长度", "居民满意度"]
    said = [text for own in reading.attributes for text in (own.attribute, own.value)]
    said += [own.text for own in reading.not_understood]
    assert {"挖机", "柴油", "6.00"} <= set("；".join(said).split("；"))
