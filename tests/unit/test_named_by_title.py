"""Projects that only the title of a form names, or the line below it; titles that name none."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read

FORM = """主管部门\t邵阳市新邵县教育局\t实施单位\t新邵县第一中学
年度资金总额（万元）\t100\t其中：财政拨款\t100
年度目标\t完成购置
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t设备数量\t≥90台
效益指标\t社会效益指标\t受益学生\t≥900人
"""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2024年度“学校仪器更新”项目绩效目标表", "学校仪器更新"),
        ("2024年度学校仪器更新补助资金绩效目标表", "学校仪器更新补助资金"),
        ("新邵县2024年度学校仪器更新经费项目支出绩效目标表", "学校仪器更新经费"),
        ("项目支出绩效目标表\n（学校仪器更新工程）\n（2024年度）", "学校仪器更新工程"),
        ("2024年项目支出绩效目标表\n——学校仪器更新经费", "学校仪器更新经费"),
        ("2024年项目支出绩效目标表\n项目：学校仪器更新", "学校仪器更新"),
        ("2024年项目支出绩效目标表\n《学校仪器更新》", "学校仪器更新"),
    ],
)
def test_the_title_or_the_line_below_it_names_the_project(title: str, name: str) -> None:
    found = read(f"{title}\n{FORM}".encode(), "form.txt")
    assert [project.project_name for project in found.projects] == [name]
    assert [row.amount_wan for row in found.funding] == [100]
    assert len(found.indicators) == 2


@pytest.mark.parametrize(
    "title",
    [
        "2024年省级专项资金绩效目标表",
        "2024年度新邵县项目支出绩效目标表\n（第一批）",
        "2024年新邵县教育系统项目绩效目标表\n（2024年度）",
        "2024年度部门预算项目支出绩效目标表",
        "2024年新邵县教育局项目支出绩效目标表",
        "2024年度新邵县财政项目绩效目标表",
        "新邵县教育局2024年部门预算项目支出绩效目标表",
        "2024年自治区财政专项资金绩效目标表",
        "龙溪铺镇2024年财政项目支出绩效目标表",
        "2024年度“三公”经费绩效目标表",
        "“十四五”规划项目绩效目标表\n（2024年度）",
    ],
)
def test_a_title_that_says_whose_money_it_is_names_no_project(title: str) -> None:
    with pytest.raises(DocumentRejected, match="without 项目名称"):
        read(f"{title}\n{FORM}".encode(), "form.txt")


def test_a_form_that_prints_the_label_is_not_named_by_its_title() -> None:
    text = f"2024年度“学校仪器更新”项目绩效目标表\n项目名称\t\t\t\n{FORM}"
    with pytest.raises(DocumentRejected, match="the form is not filled in"):
        read(text.encode(), "form.txt")


def test_a_sentence_that_explains_how_to_fill_in_is_no_name() -> None:
    text = f"项目支出绩效目标表\n（2024年度）\n项目名称\t按批复的名称填写，例如“道路维修”。\n{FORM}"
    with pytest.raises(DocumentRejected, match="the form is not filled in"):
        read(text.encode(), "form.txt")
