"""Lists of projects in a booklet under titles that no form has: of one source, below a number, cut; all invented."""

from ingest.grammar.table_titles import heading_of
from ingest.pipeline import read
from ingest.rows import ListedProjectRow

EXPENDITURE = "部门支出总表\n单位：万元\n科目\t合计\t基本支出\t项目支出\n行政运行\t80\t60\t20\n合计\t{0}\t60\t{1}\n"
LIST = "一般公共预算项目支出预算表\n单位：万元\n序号\t单位名称\t项目名称\t金额\n\t合计\t\t90\n"
ROWS = "1\t机关\t河道清淤\t40\n2\t机关\t堤防加固\t30\n3\t水文站\t测站运行\t20\n"
FORM = (
    "项目支出绩效目标表\n（2023年度）\n项目名称\t河道清淤\n主管部门\t三明市水利局\n资金情况(万元)\t年度资金总额\t40\n"
    "\t其中:财政拨款\t40\n总体目标\t清淤5公里。\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t清淤长度\t5公里\n"
)


def listed(text: str) -> list[ListedProjectRow]:
    return list(read((text + FORM).encode(), "booklet.txt").listed_projects)


def test_a_list_of_one_source_that_holds_all_the_money_of_projects_is_one() -> None:
    found = listed(EXPENDITURE.format(150, 90) + LIST + ROWS)
    assert [(row.project_name, row.allocated_wan) for row in found if not row.is_total] == [
        ("河道清淤", 40),
        ("堤防加固", 30),
        ("测站运行", 20),
    ]
    assert all(row.is_proved for row in found)


def test_a_list_of_one_source_among_several_is_none() -> None:
    assert listed(EXPENDITURE.format(210, 150) + LIST + ROWS) == []
    assert listed(LIST + ROWS) == []
    assert listed(EXPENDITURE.format(150, 90) + LIST + ROWS.replace("30", "31")) == []


def test_the_number_of_a_page_ends_no_list() -> None:
    part = ROWS.splitlines(keepends=True)
    pages = "1\n\f" + EXPENDITURE.format(150, 90) + LIST + part[0] + "2\n\f" + part[1] + part[2] + "3\n\f"
    assert [row.allocated_wan for row in listed(pages) if not row.is_total] == [40, 30, 20]


def test_a_unit_or_a_number_is_no_heading_where_another_line_is() -> None:
    assert heading_of(["九、专项资金（项目支出）管理清单", "单位：万元"]) == "九、专项资金（项目支出）管理清单"
    assert heading_of(["项目支出清单", "公开09表", "金额单位：元"]) == "项目支出清单"
    assert heading_of(["单位：万元"]) == "单位：万元"
    assert heading_of(["项目支出表", "单位：万元"]) == "项目支出表"
