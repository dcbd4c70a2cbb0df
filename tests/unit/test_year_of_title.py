"""The year of a title: blanks, brackets and full-width characters within it, and titles that print several."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

TITLE = "项目支出绩效目标表"
FORM = (
    "项目名称\t{}\t主管部门\t梅州市林业局",
    "一级指标\t二级指标\t三级指标\t指标值",
    "产出指标\t数量指标\t养护里程\t≥8公里",
    "\t质量指标\t合格率\t≥95%",
)
YEARS = (
    "（ 2025  年度）",
    "（2025　年度）",
    "（ ２０２５　 年度 ）",
    "（二○二五  年  度）",
    "2 0 2 5  年 度",
    "【2025  年度】",
    "（  2025  ）  年度",
    "〔2025〕年度",
    "年度：  2025",
    "（\u00a02025\u00a0\u00a0年度）",
    "（2025）",
)


def document(*lines: str, name: str = "form.txt") -> Reading:
    return read("\n".join(lines).encode(), name)


@pytest.mark.parametrize("year", YEARS)
def test_blanks_and_brackets_do_not_hide_the_year_of_a_title(year: str) -> None:
    own = [line.format("林道养护") for line in FORM]
    for titles in ([TITLE, year], [TITLE + year]):
        found = document(*titles, *own).document
        assert (found.budget_year, found.year_basis) == (2025, "printed")


def test_a_title_may_print_its_year_without_the_word() -> None:
    found = document(f"2025{TITLE}", *[line.format("林道养护") for line in FORM]).document
    assert (found.budget_year, found.year_basis) == (2025, "printed")


def forms(*years: int) -> list[str]:
    names = "林道养护", "苗圃补助", "森林防火", "古树保护", "湿地修复"
    return [
        line
        for year, name in zip(years, names, strict=False)
        for line in (TITLE, f"（{year}年度）", *[line.format(name) for line in FORM])
    ]


def test_all_forms_but_one_tell_the_year_and_the_one_is_said() -> None:
    found = document(*forms(2024, 2024, 2023))
    assert (found.document.budget_year, found.document.year_evidence) == (2024, "（2024年度）")
    (doubt,) = [row for row in found.issues if row.code == "year_contradicted"]
    assert (doubt.printed, doubt.line) == ("（2023年度）", 14)
    assert "2023" in (doubt.message_zh or "")
    assert not [row for row in document(*forms(2024, 2024, 2024)).issues if row.code == "year_contradicted"]


@pytest.mark.parametrize(
    "years", [(2024, 2023), (2024, 2023, 2022), (2024, 2024, 2023, 2023), (2024, 2024, 2023, 2022)]
)
def test_where_no_year_is_that_of_all_forms_but_one_nothing_is_read(years: tuple[int, ...]) -> None:
    with pytest.raises(DocumentRejected, match="several years are printed"):
        document(*forms(*years))
