"""A list of projects with their money under the title of a form, above the form of all of them; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

FORM = (
    "\n2023年第二批水利项目补助资金绩效目标表\n项目名称,2023年第二批水利项目补助资金,,\n主管部门,三明市水利局,,\n"
    "资金情况(万元),年度资金总额,60,\n,其中:财政拨款,60,\n,其他资金,0,\n总体目标,整治山塘5座。,,\n"
    "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,整治山塘,5座\n效益指标,社会效益指标,受益人口,≥3000人\n"
)
TITLES = ["2023年第二批水利项目明细及绩效目标表", "2023年水利项目资金分配及绩效目标表", "2023年水利补助项目绩效目标表"]
ROWS = ["1,白沙乡,白沙山塘整治,20", "2,梅列镇,梅列山塘整治,15", "3,水利局本级,洋溪山塘整治,25"]
GROUPED = [f"一、乡镇项目,,,35\n{ROWS[0]}", ROWS[1], f"二、本级项目,,,25\n{ROWS[2]}"]


def _read(title: str, header: str, rows: list[str]) -> Reading:
    table = "\n".join([title, "单位:万元", header, *rows, "合计,,,60"])
    return read((table + "\n" + FORM).encode(), "list.csv")


@pytest.mark.parametrize("rows", [ROWS, GROUPED])
@pytest.mark.parametrize("money", ["补助金额", "补助资金", "金额（万元）", "安排资金"])
@pytest.mark.parametrize("title", TITLES)
def test_a_list_above_a_form_is_no_form(title: str, money: str, rows: list[str]) -> None:
    found = _read(title, f"序号,项目单位,项目名称,{money}", rows)
    assert [own.project_name for own in found.projects] == ["2023年第二批水利项目补助资金"]
    assert [int(own.amount_wan or 0) for own in found.totals] == [60]
    assert len(found.indicators) == 2 and len(found.outside_tables) + len(found.listed_projects) > 0
