"""Whose budget, of which year: printed names, year ranges, the manifest, and what is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ingest.delivery.manifest import ManifestEntry, ManifestError, read_manifest
from ingest.errors import DocumentRejected
from ingest.grammar.places import city_of, find_place
from ingest.grammar.years import infer_year, printed_years, year_range
from ingest.pipeline import read

HEADER = "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标\n"


def _document(*projects: str, department: str = "佛山市民政局", title: str = "项目支出绩效目标表") -> bytes:
    total = f"{len(projects)}.00"
    rows = "".join(f"{name}\t1.00\t1.00\t\t\t做好工作。\t\n" for name in projects)
    return (
        f"{title}\n部门名称：{department}\n单位：万元\n{HEADER}"
        f"合计\t{total}\t{total}\n{department}\t{total}\t{total}\n{rows}"
    ).encode()


@pytest.mark.parametrize(
    ("text", "code", "city"),
    [
        ("中国共产党广州市直属机关工作委员会", "440100", "440100"),
        ("中国人民政治协商会议广东省广州市委员会办公厅", "440100", "440100"),
        ("广州市天河区教育局", "440106", "440100"),
        ("天河区教育局", "440106", "440100"),
        ("东莞海关", "441900", "441900"),
        ("广东省财政厅", "440000", "440000"),
        ("北京市朝阳区教育委员会", "110105", "110000"),
        ("西部科学城重庆高新区融媒体中心", "500000", "500000"),
        ("中新天津生态城建设局", "120000", "120000"),
    ],
)
def test_places_are_found_in_names(text: str, code: str, city: str) -> None:
    place = find_place(text)
    assert place is not None
    assert (place.code, city_of(place).code) == (code, city)


@pytest.mark.parametrize("text", ["白云区财政局", "鼓楼区民政局", "财政局", "驻北京办事处", ""])
def test_a_name_that_several_places_have_names_none(text: str) -> None:
    assert find_place(text) is None


def test_years_printed_and_ranges() -> None:
    assert printed_years("某部2024年项目支出绩效目标表") == (2024,)
    assert printed_years("（ 2020 年度）") == (2020,)
    assert printed_years("2024-2026年规划") == ()
    found = year_range("中期滚动目标（2020年--2022年）")
    assert found is not None
    assert (found.first, found.last) == (2020, 2022)
    assert year_range("GZIT2023-SM-W-A-003031") is None
    ranges = [year_range(text) for text in ("2024-2025年", "2025—2026年度")]
    assert infer_year([found for found in ranges if found]) == 2025


@pytest.mark.parametrize("line", ["2024年部门预算公开表", "（2024年度）", "预算年度：2024"])
def test_a_year_printed_above_the_table_counts_where_the_title_has_none(line: str) -> None:
    document = read(_document("工作经费", title=f"项目支出绩效目标表\n{line}"), "a.txt").document
    assert (document.budget_year, document.year_basis, document.year_evidence) == (2024, "printed", line)
    titled = read(_document("工作经费", title=f"2023年项目支出绩效目标表\n{line}"), "a.txt").document
    assert titled.budget_year == 2023


def test_a_date_is_no_budget_year() -> None:
    assert printed_years("印发日期：2024年1月15日") == ()


def test_the_year_is_inferred_where_ranges_share_one() -> None:
    document = read(_document("2023-2024年运维", "2024-2025年运维"), "a.txt").document
    assert (document.budget_year, document.year_basis) == (2024, "inferred")
    assert document.year_evidence == "2023-2024 ∩ 2024-2025 = 2024; 2023-2024年运维; 2024-2025年运维"


@pytest.mark.parametrize(
    "projects", [("工作经费",), ("2024-2025年运维",), ("2021-2022年运维", "2024-2025年运维"), ("2024年系统建设",)]
)
def test_a_year_that_stays_unknown_is_refused(projects: tuple[str, ...]) -> None:
    with pytest.raises(DocumentRejected) as refused:
        read(_document(*projects), "a.txt")
    assert refused.value.code == "year_unknown"


FORM = """项目支出绩效目标申报表
{above}
项目名称\t设备购置\t主管部门\t佛山市民政局
年度资金总额（万元）\t100
年度目标\t完成购置
一级指标\t二级指标\t三级指标\t指标值{column}
产出指标\t数量指标\t设备数量\t≥90台{actual}
"""


def _form(above: str = "附件", column: str = "", actual: str = "") -> bytes:
    return FORM.format(above=above, column=column, actual=actual).encode()


def test_the_year_in_whose_first_months_a_form_of_targets_was_filled_in_is_inferred() -> None:
    document = read(_form(above="填报日期：2021年2月3日"), "form.txt").document
    assert (document.budget_year, document.year_basis) == (2021, "inferred")


@pytest.mark.parametrize(
    "form",
    [
        _form(above="填报日期：2020年11月3日"),
        _form(above="填报日期：2021年2月3日", column="\t实际完成值", actual="\t95台"),
    ],
    ids=["late", "evaluated"],
)
def test_a_date_of_filling_that_may_be_of_another_year_tells_none(form: bytes) -> None:
    with pytest.raises(DocumentRejected, match="no budget year"):
        read(form, "form.txt")


def test_the_manifest_always_wins() -> None:
    entry = ManifestEntry(
        "a.txt", city="深圳市", department="深圳市民政局", year=2031, url="u", published_on=date(2031, 2, 1)
    )
    document = read(_document("工作经费", title="佛山市民政局2024年项目支出绩效目标表"), "a.txt", entry).document
    assert (document.budget_year, document.year_basis) == (2031, "manifest")
    assert (document.city_code, document.place_basis) == ("440300", "manifest")
    assert (document.department_name, document.department_basis) == ("深圳市民政局", "manifest")
    assert document.published_on == date(2031, 2, 1)
    assert entry.digest != replace(entry, year=2030).digest


def test_a_city_that_is_not_printed_is_refused() -> None:
    with pytest.raises(DocumentRejected) as refused:
        read(_document("2023-2024年运维", "2024-2025年运维", department="民政局"), "a.txt")
    assert refused.value.code == "city_unknown"


@pytest.mark.parametrize(
    "content",
    [
        "name,year\nx,2024\n",
        "file,year\na.txt,二〇二四\n",
        "file,published_on\na.txt,2024/1/1\n",
        "file\na.txt\na.txt\n",
    ],
)
def test_a_faulty_manifest_is_named_with_its_row(tmp_path: Path, content: str) -> None:
    (tmp_path / "documents.csv").write_text(content, encoding="utf-8")
    with pytest.raises(ManifestError, match=r"documents\.csv"):
        read_manifest(tmp_path)


PLAN = "项目支出绩效目标表\n{name}主管部门\t合川区水利局\n{rows}一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t塘堰\t6口\n"
ONE = "项目名称\t塘堰整治\n"


@pytest.mark.parametrize(
    "rows",
    [
        "计划开始日期\t2023-03-01\t计划完成日期\t2023-11-30\n",
        "项目起止时间\t2023年3月至11月\n",
        "实施期限\t2023.3-2023.11\n",
    ],
)
def test_a_project_that_begins_and_ends_in_one_year_is_of_it(rows: str) -> None:
    document = read(PLAN.format(name=ONE, rows=rows).encode(), "plan.txt").document
    assert (document.budget_year, document.year_basis) == (2023, "inferred")


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (ONE, "计划开始日期\t2023-03-01\t计划完成日期\t2024-11-30\n"),
        (ONE, "计划开始日期\t2023-03-01\n"),
        (ONE, "开工批复\t2023-03-01\t竣工批复\t2023-11-30\n"),
        ("项目名称\t塘堰整治（2023年续建）\n", ""),
    ],
)
def test_dates_that_tell_no_single_year_are_refused(name: str, rows: str) -> None:
    with pytest.raises(DocumentRejected) as refused:
        read(PLAN.format(name=name, rows=rows).encode(), "plan.txt")
    assert refused.value.code == "year_unknown"


DUE = PLAN + "\t时效指标\t完工时间\t{date}\n"


@pytest.mark.parametrize("due", ["2024年11月底前完成", "于2024年10月31日前完成", "2024年12月末之前完成"])
def test_a_goal_and_a_target_due_in_one_year_tell_it(due: str) -> None:
    rows = f"年度目标\t整治塘堰6口，{due}。\n"
    document = read(DUE.format(name=ONE, rows=rows, date="2024年11月30日").encode(), "plan.txt").document
    assert (document.budget_year, document.year_basis) == (2024, "inferred")


@pytest.mark.parametrize(
    ("goal", "due"),
    [
        ("2024年11月底前完成", "11月30日前"),  # one place alone
        ("2024年11月底前完成", "2025年3月31日"),
        ("2023年9月开工，2024年11月底前完成", "2024年11月30日"),
        ("2024年3月开工", "2024年11月30日"),  # no deadline
    ],
)
def test_a_goal_that_tells_no_certain_year_is_refused(goal: str, due: str) -> None:
    with pytest.raises(DocumentRejected) as refused:
        read(DUE.format(name=ONE, rows=f"年度目标\t整治塘堰6口，{goal}。\n", date=due).encode(), "plan.txt")
    assert refused.value.code == "year_unknown"


def test_a_department_that_the_cover_names() -> None:
    cover = "2023年度绩效评价自评报告\n部门（单位）名称：合川区水利局\n评价方式：自评\n"
    page = "".join(f"<p>{line}</p>" for line in cover.splitlines())
    rows = [
        ("一级指标", "二级指标", "三级指标", "分值", "评价标准", "得分"),
        ("过程", "预算执行", "预算完成率", "10", "完成得满分", "9"),
    ]
    rows += [
        ("产出", "职责履行", "重点工作完成率", "20", "按考核折算", "19"),
        ("效果", "履职效益", "公众满意度", "10", "90%以上", "10"),
    ]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page += f"<table><tr><td colspan=6>预算 | 决算</td></tr></table><p>部门整体支出绩效评价指标体系及评分表</p><table>{table}</table>"
    found = read(f"<html><body>{page}</body></html>".encode(), "report.html")
    assert (found.document.department_name, found.document.budget_year) == ("合川区水利局", 2023)
    assert [(row.indicator_name, row.weight, row.score) for row in found.department_indicators] == [
        ("预算完成率", 10, 9),
        ("重点工作完成率", 20, 19),
        ("公众满意度", 10, 10),
    ]
