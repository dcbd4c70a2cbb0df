"""A column 项目总额 of a list that is the sum of its sources in some projects and another amount in others."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = "项目名称\t项目总额\t财政拨款\t其他资金\t一级指标\t二级指标\t三级指标\t指标值"
END = "\t产出指标\t数量指标\t办理件数\t≥5件"


def a_list(*rows: tuple[str, str, str, str]) -> Reading:
    ends = {"合计": ""}
    body = ("\t".join(row) + ends.get(row[0], END) for row in rows)
    lines = ("桂阳县教育局2025年项目支出绩效目标表", "单位：万元", HEAD, *body)
    return read("\n".join(lines).encode(), "list.txt")


def totals(found: Reading) -> list[tuple[int | None, int]]:
    return [(row.project_seq, int(row.amount_wan or 0)) for row in found.totals if row.measure == "total"]


def test_both_the_total_and_the_sources_are_published_as_printed_and_neither_is_proved() -> None:
    found = a_list(("校舍维修", "120", "100", "10"), ("教师培训", "60", "50", "10"), ("营养改善", "30", "30", "0"))
    assert totals(found) == [(1, 120), (2, 60), (3, 30)]
    assert [(row.project_seq, int(row.amount_wan), row.is_proved) for row in found.funding] == [
        (1, 100, False),
        (1, 10, False),
        (2, 50, True),
        (2, 10, True),
        (3, 30, True),
        (3, 0, True),
    ]
    assert not found.attributes


def test_a_grand_total_below_it_is_the_list_s() -> None:
    found = a_list(("校舍维修", "120", "100", "10"), ("教师培训", "60", "50", "10"), ("合计", "180", "150", "20"))
    assert (None, 180) in totals(found)
    assert found.document.printed_total_wan == 180
    assert not found.not_understood


@pytest.mark.parametrize(
    "rows",
    [
        (("校舍维修", "320", "100", "10"), ("教师培训", "160", "50", "10")),
        (("校舍维修", "320", "100", "10"), ("营养改善", "160", "50", "10"), ("教师培训", "60", "50", "10")),
    ],
)
def test_a_column_that_most_projects_do_not_show_as_their_sum_is_of_the_whole_project(
    rows: tuple[tuple[str, str, str, str], ...],
) -> None:
    found = a_list(*rows)
    assert 1 not in [seq for seq, _ in totals(found)]
    assert ("项目总额", "320") in {(row.attribute, row.value) for row in found.attributes}
