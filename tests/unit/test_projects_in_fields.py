"""Projects told in numbered fields of a page, each with its table of indicators below; all invented."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

ABOVE = ("重点项目", "发布机构：家朋乡", "2022年度重点项目及绩效目标情况")
FIELDS = (
    "（1）项目概述：保护水源地，面积约87.6平方千米。",
    "（2）实施主体：绩溪县家朋乡人民政府",
    "（3）年度预算安排：{}。",
    "（4）绩效目标和指标：",
)
GRID = (
    "一级指标\t二级指标\t三级指标\t指标值",
    "产出指标\t数量指标\t垃圾打捞次数\t≥96次",
    "产出指标\t质量指标\t水质达标率\t100%",
)


def page(*rows: str) -> Reading:
    parts = []
    for row in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in row.split("\t"))
        parts.append(f"<table><tr>{cells}</tr></table>" if "\t" in row else f"<p>{row}</p>")
    body = "".join(parts).replace("</table><table>", "")
    return read(f"<html><body>{body}</body></html>".encode(), "page.html")


def project(heading: str, amount: str) -> list[str]:
    return [heading, *(field.format(amount) for field in FIELDS), *GRID]


def test_a_numbered_heading_names_the_project_of_the_fields_and_the_table_below_it() -> None:
    found = page(*ABOVE, *project("1、“水源地保护”项目", "320万元"), *project("2、农村保洁", "1280000元"))
    assert [row.project_name for row in found.projects] == ["水源地保护", "农村保洁"]
    assert [row.amount_wan for row in found.funding] == [320, 128]
    shown = [(row.project_seq, row.indicator_name, row.annual_target) for row in found.indicators]
    assert shown == [(seq, *own) for seq in (1, 2) for own in (("垃圾打捞次数", "≥96次"), ("水质达标率", "100%"))]
    document = found.document
    assert (document.department_name, document.budget_year, document.form) == (
        "绩溪县家朋乡人民政府",
        2022,
        "target_form",
    )
    assert [row.text for row in found.not_understood] == ["重点项目", "发布机构：家朋乡"]


@pytest.mark.parametrize(
    "rows",
    [
        [*GRID, "又及", *project("1、“水源地保护”项目", "320万元")],
        ["1、“水源地保护”项目", "（1）项目概述：保护水源地。", *GRID],
        [*project("1、“水源地保护”项目", "320万元"), *project("二、农村保洁", "128万元")],
    ],
)
def test_tables_elsewhere_and_sections_of_other_kinds_are_of_nobody(rows: list[str]) -> None:
    with pytest.raises(DocumentRejected):
        page(*ABOVE, *rows)
