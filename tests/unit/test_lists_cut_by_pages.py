"""Lists whose merged cells a page's end cuts: both pages print the name whole, and parts of the others or all of them."""

from collections.abc import Sequence

import pytest

from ingest.forms.indicator_rows.form import LIST_OF_TARGETS
from ingest.forms.reading import FormReading, Part
from ingest.source.blocks import Cell, Row, assemble
from ingest.source.ledger import Ledger
from ingest.source.printed import texts_of

HEADER = "单位名称\t项目编码\t项目名称\t预算数\t年度绩效目标\t一级指标\t二级指标\t三级指标\t指标值"
FIRST = (
    "2024年项目支出绩效目标表",
    "部门名称：梅州市林业局",
    HEADER,
    "梅州市林业局本级\t1406\t护林\t30\t护好森林\t产出指标\t数量指标\t面积\t≥8亩",
    "梅州市林\t44\t补植\t20\t补植林木，其中\t产出指标\t数量指标\t株数\t≥9株",
    "\t\t\t\t\t\t质量指标\t成活率\t≥85%",
)
REST = "\t\t\t\t\t满意度指标\t服务对象满意度指标\t满意度\t≥90%"


def read(*second: str, first: Sequence[str] = FIRST) -> FormReading:
    pages = ((1, first), (2, (HEADER, *second, REST)))
    rows = [Row(page, tuple(map(Cell, line.split("\t")))) for page, lines in pages for line in lines]
    source = assemble("a", "0", "pdf", "utf-8", rows)
    part = Part(source, texts_of(source))
    return LIST_OF_TARGETS.read(part, Ledger(source, part.texts))


def projects(found: FormReading) -> list[tuple[str, str, int]]:
    """Name, unit and number of indicators of each project."""
    units = {unit.unit_seq: unit.unit_name for unit in found.units}
    return [
        (row.project_name, units[row.unit_seq], [own.project_seq for own in found.indicators].count(row.project_seq))
        for row in found.projects
    ]


def test_both_parts_of_a_project_are_one() -> None:
    found = read("业局本级\t07\t补植\t20\t，其中乔木\t效益指标\t生态效益指标\t固沙量\t≥1吨")
    assert projects(found) == [("护林", "梅州市林业局本级", 1), ("补植", "梅州市林业局本级", 4)]
    assert [row.value for row in found.attributes if row.attribute == "项目编码"] == ["1406", "4407"]
    assert [row.annual_goal for row in found.projects] == ["护好森林", "补植林木，其中"]


@pytest.mark.parametrize(
    "other",
    [
        "业局本级\t07\t补植\t25\t，其中乔木\t效益指标\t生态效益指标\t固沙量\t≥1吨",
        "业局本级\t07\t育苗\t20\t，其中乔木\t效益指标\t生态效益指标\t固沙量\t≥1吨",
        "梅州市林业局本级\t1407\t补植\t20\t补植另一片\t效益指标\t生态效益指标\t固沙量\t≥1吨",
    ],
)
def test_another_project_on_top_of_a_page_stays_another(other: str) -> None:
    assert [count for _, _, count in projects(read(other))] == [1, 2, 2]


def test_a_project_printed_whole_again_is_one_under_the_whole_name_of_its_unit() -> None:
    """The page's end cuts the merged cell of the unit; money stands on the second page alone."""
    first = (
        *FIRST[:4],
        "梅州市林场管\t\t补植\t20\t补植林木\t产出指标\t数量指标\t株数\t≥9株",
        "\t\t防火\t\t建设林火阻隔带\t产出指标\t数量指标\t长度\t≥6公里",
    )
    again = "梅州市林场管理中心\t\t防火\t70\t建设林火阻隔带\t效益指标\t生态效益指标\t受害率\t≤0.9‰"
    found = read(again, first=first)
    center = "梅州市林场管理中心"
    assert projects(found) == [("护林", "梅州市林业局本级", 1), ("补植", center, 1), ("防火", center, 3)]
    assert [row.amount_wan for row in found.funding] == [30, 20, 70]


def test_money_of_its_own_makes_another_project_of_that_name() -> None:
    first = (*FIRST[:4], "梅州市林场管\t\t防火\t20\t建设林火阻隔带\t产出指标\t数量指标\t长度\t≥6公里")
    again = "梅州市林场管理中心\t\t防火\t70\t建设林火阻隔带\t效益指标\t生态效益指标\t受害率\t≤0.9‰"
    assert [row.amount_wan for row in read(again, first=first).funding] == [30, 20, 70]
