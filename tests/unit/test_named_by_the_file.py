"""Whose a document is, and of which year, where its form prints neither: the file's name, its title, what it tells."""

import pytest

from ingest.document.department import department_of
from ingest.document.year import year_of
from ingest.errors import DocumentRejected
from ingest.forms.reading import FormReading
from ingest.pipeline import read
from ingest.rows import DocumentRow

TITLE = "项目支出绩效目标表"
GRID = ("一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t养护里程\t≥8公里", "\t质量指标\t合格率\t≥95%")


def document(name: str, *rows: str) -> DocumentRow:
    return read("\n".join((TITLE, *rows, *GRID)).encode(), name).document


DEPARTMENT = "项目名称\t林道养护\t主管部门\t梅州市林业局"


@pytest.mark.parametrize(
    "name",
    [
        "梅州市林业局2024年部门预算.txt",
        "2024部门预算.txt",
        "公开/2024年度/表十一.txt",
        "2024年部门预算.zip/表11.txt",
        "2024年/P020230315602834.txt",
    ],
)
def test_the_year_of_a_file_counts_where_none_is_printed(name: str) -> None:
    found = document(name, DEPARTMENT)
    assert (found.budget_year, found.year_basis) == (2024, "file_name")
    assert "2024" in found.year_evidence
    printed = document(name, "（2023年度）", DEPARTMENT)
    assert (printed.budget_year, printed.year_basis) == (2023, "printed")


@pytest.mark.parametrize("name", ["P020240315602834.txt", "t20240315_12.txt", "2024-03-15.txt", "2024年公开2023年.txt"])
def test_a_date_or_several_years_in_a_name_tell_no_year(name: str) -> None:
    with pytest.raises(DocumentRejected) as refused:
        document(name, DEPARTMENT)
    assert refused.value.code == "year_unknown"


def test_of_several_printed_years_the_name_of_the_file_tells_which() -> None:
    rows = ("2023年、2024年某某表", DEPARTMENT)
    with pytest.raises(DocumentRejected, match="several years are printed"):
        document("表.txt", *rows)
    assert document("2024年.txt", *rows).budget_year == 2024
    with pytest.raises(DocumentRejected, match="several years are printed"):
        document("2022年.txt", *rows)


def test_the_only_year_that_a_document_speaks_of_is_its_own() -> None:
    rows = (DEPARTMENT, "年度目标\t2024年养护林道8公里", "立项依据\t2024年梅州市林业工作要点")
    found = document("表.txt", *rows)
    assert (found.budget_year, found.year_basis) == (2024, "inferred")
    assert found.year_evidence == "年度目标\t2024年养护林道8公里"
    for other in ("2023年养护6公里", "规划（2025-2027年）已印发，2025年起执行"):
        with pytest.raises(DocumentRejected) as refused:
            document("表.txt", *rows, f"备注\t{other}")
        assert refused.value.code == "year_unknown"


def test_what_is_said_once_is_not_taken_for_the_year() -> None:
    with pytest.raises(DocumentRejected) as refused:
        document("表.txt", DEPARTMENT, "年度目标\t2024年养护林道8公里")
    assert refused.value.code == "year_unknown"


def test_the_department_by_which_a_file_is_called_has_the_units_in_it() -> None:
    second = (TITLE, "（2024年度）", "项目名称\t育苗\t实施单位\t梅州市种苗站")
    rows = ("（2024年度）", "项目名称\t林道养护\t实施单位\t梅州市防火站", *GRID, *second)
    found = document("梅州市林业局2024年项目支出绩效目标.txt", *rows)
    assert (found.department_name, found.department_basis) == ("梅州市林业局", "file_name")
    assert (found.place_code, found.place_basis) == ("441400", "file_name")


def test_the_place_by_which_a_file_is_called_is_that_of_its_department() -> None:
    rows = ("（2024年度）", "项目名称\t林道养护\t主管部门\t市林业局")
    found = document("梅州市/2024年.txt", *rows)
    assert (found.department_name, found.place_code, found.place_basis) == ("市林业局", "441400", "file_name")
    with pytest.raises(DocumentRejected) as refused:  # 省林业局 is of no city
        document("2024年.txt", *rows)
    assert refused.value.code == "city_unknown"


HOSPITAL = ("部门整体支出绩效目标表", "（2024年度）", "部门名称\t梅州市中医医院", "年度总额\t100万元", *GRID)
PROJECT = (TITLE, "（2024年度）", "项目名称\t购置设备\t主管部门\t梅州市卫生健康局", "实施单位\t梅州市中医医院")


def test_a_unit_s_own_form_makes_a_document_its_own_below_its_department() -> None:
    assert document("表.txt", *PROJECT[1:], *GRID, *HOSPITAL).department_name == "梅州市中医医院"
    assert document("表.txt", *PROJECT[1:], *GRID).department_name == "梅州市卫生健康局"


def test_a_unit_that_calls_itself_its_department_is_below_the_printed_one() -> None:
    own = (TITLE, "项目名称\t培训\t主管部门\t梅州市中医医院", "实施单位\t梅州市中医医院")
    assert document("表.txt", *PROJECT[1:], *GRID, *own).department_name == "梅州市卫生健康局"
    other = (TITLE, "项目名称\t培训\t主管部门\t梅州市林业局", "实施单位\t梅州市防火站")
    assert document("表.txt", *PROJECT[1:], *GRID, *other).department_basis == "several"


@pytest.mark.parametrize(
    "title", ["梅州市林业局2023年部门预算", "梅州市林业局\n2023年度部门决算", "  梅州市林业局2023年度单位决算"]
)
def test_a_booklet_is_of_the_department_in_its_title(title: str) -> None:
    found = department_of(FormReading(), None, f"目录\n{title}\n第一部分 概况\n", "")
    assert found == ("梅州市林业局", "outside")
    with pytest.raises(DocumentRejected, match="no department is printed"):
        department_of(FormReading(), None, f"{title}\n梅州市水务局2023年部门预算\n", "")


def test_a_report_is_of_the_year_that_it_evaluates() -> None:
    report = "2023年度梅州市造林补助专项资金\n绩效评价报告\n根据《关于开展2024年绩效评价的通知》，评价组进行了评价。\n"
    title = "2023年度梅州市造林补助专项资金 绩效评价报告"
    assert year_of(FormReading(), None, report, "") == (2023, "outside", title)
    with pytest.raises(DocumentRejected):
        year_of(FormReading(), None, f"{report}2022年度某专项资金绩效评价报告\n", "")


def test_the_one_unit_called_as_a_department_is_that_of_the_others() -> None:
    def units(*names: str, basis: str = "inferred") -> str:
        forms = ["\n".join((TITLE, "（2024年度）", f"项目名称\t{name}养护\t实施单位\t{name}", *GRID)) for name in names]
        found = read("\n".join(forms).encode(), "表.txt").document
        assert (found.department_basis, found.place_code) == (basis, "441400")
        return found.department_name

    assert units("梅州市公路中心", "梅州市交通运输局", "梅州市水上执法大队") == "梅州市交通运输局"
    assert units("梅州市公路中心", "梅州市交通运输局", "梅州市林业局", basis="several") == "梅州市多个部门"


def test_a_year_in_a_label_of_the_year_counts() -> None:
    found = document("表.txt", DEPARTMENT, "预算年度（2024年）绩效目标\t养护林道8公里")
    assert (found.budget_year, found.year_basis) == (2024, "printed")
    with pytest.raises(DocumentRejected):
        document("表.txt", DEPARTMENT, "上年度（2023年）完成情况\t养护林道6公里")


def test_a_date_set_and_met_is_of_the_year() -> None:
    rows = ("一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值", "产出指标\t时效指标\t完成时间\t2021年12月31日")
    text = ("项目支出绩效自评表", DEPARTMENT, *rows)
    found = read("\n".join((*text[:-1], f"{text[-1]}\t2021年12月20日")).encode(), "表.txt").document
    assert (found.budget_year, found.year_basis, found.year_evidence) == (2021, "inferred", "2021年12月31日")
    with pytest.raises(DocumentRejected):
        read("\n".join((*text[:-1], f"{text[-1]}\t2022年1月20日")).encode(), "表.txt")


def test_the_year_before_says_the_year() -> None:
    head = "一级指标\t二级指标\t三级指标\t前年（2018年）\t上年（2019年）\t预计当年实现"
    rows = (TITLE, "项目名称\t林道养护\t主管部门\t梅州市林业局", head, "产出指标\t数量指标\t里程\t6公里\t7公里\t8公里")
    found = read("\n".join(rows).encode(), "表.txt").document
    assert (found.budget_year, found.year_basis) == (2020, "printed")


def page(title: str) -> bytes:
    body = "".join(f"<tr><td>{'</td><td>'.join(row.split(chr(9)))}</td></tr>" for row in (DEPARTMENT, *GRID))
    head = f"<head><title>\n {title}</title></head>"
    return f"<html>{head}<body><p>{TITLE}</p><table>{body}</table></body></html>".encode()


def test_the_title_of_a_page_tells_the_year_where_nothing_printed_does() -> None:
    found = read(page("梅州市林业局2025年项目支出绩效目标表"), "01.html").document
    assert (found.budget_year, found.year_basis) == (2025, "outside")
    assert found.year_evidence == "梅州市林业局2025年项目支出绩效目标表"
    assert read(page("梅州市林业局2025年项目支出绩效目标表"), "2024年.html").document.budget_year == 2024


@pytest.mark.parametrize(
    "title", ["梅州林业网2025年首页", "2024年预算和2025年预算", "关于2025年部门预算公开的通知", ""]
)
def test_a_title_of_no_budget_of_several_years_or_of_a_notice_tells_none(title: str) -> None:
    with pytest.raises(DocumentRejected) as refused:
        read(page(title), "01.html")
    assert refused.value.code == "year_unknown"
