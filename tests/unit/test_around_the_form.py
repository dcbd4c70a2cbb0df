"""What a page prints around its form: who published it, a letter above it, a seal; and what a form leaves unsaid."""

import pytest

from ingest.document.department import publishers
from ingest.errors import DocumentRejected
from ingest.grammar.codes import split_code
from ingest.grammar.places import find_place, is_ambiguous
from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.printed import Printed

GRID = ("一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t养护里程\t≥8公里", "\t质量指标\t合格率\t≥95%")
TITLE = ("项目支出绩效目标表", "（2024年度）")


def form(*rows: str, above: tuple[str, ...] = ()) -> Reading:
    return read("\n".join((*above, *TITLE, *rows, *GRID)).encode(), "form.txt")


def page(*paragraphs: str, department: str) -> bytes:
    rows = (*TITLE, f"项目名称\t林道养护\t主管部门\t{department}", *GRID)
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("\t")) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return (
        f"<html><body>{''.join(f'<p>{text}</p>' for text in paragraphs)}<table>{table}</table></body></html>".encode()
    )


def test_the_publisher_of_a_page_says_where_a_department_without_place_is() -> None:
    found = read(page("发布时间：2024-02-01 来源：惠州市博罗县林业局", department="县林业局"), "page.html")
    assert (found.document.department_name, found.document.place_code) == ("县林业局", "441322")


def test_a_department_of_a_province_is_of_that_of_the_publisher() -> None:
    found = read(page("来源：梅州市林业局", department="省林业局"), "page.html")
    assert found.document.place_code == "440000"


def test_a_form_without_a_year_is_of_the_year_of_the_budget_on_its_page() -> None:
    other = "<table><tr><td>收入</td><td>支出</td></tr></table><p>附表</p><table>"
    given = page("梅州市林业局2025年部门预算", department="梅州市林业局").replace("（2024年度）".encode(), b"")
    given = given.replace(b"<table>", other.encode(), 1)
    document = read(given, "page.html").document
    assert (document.budget_year, document.year_evidence) == (2025, "2025年部门预算")
    with pytest.raises(DocumentRejected, match="no budget year is printed"):
        read(given.replace("收入".encode(), "比2024年部门预算".encode()), "page.html")


def test_a_line_of_prose_that_goes_on_in_the_next_says_no_year() -> None:
    line = "2023年我局部门预算总支出413.28万元，其中基本支出323.28万元，项目支出90.00万元，全部实行绩"
    goal = f"年度目标\t{'养护林道；' * 80}"
    found = form("项目名称\t林道养护\t主管部门\t梅州市林业局", goal, above=(line, "效目标管理。"))
    assert found.document.budget_year == 2024
    assert line in [row.text for row in found.not_understood]


def test_the_name_of_a_company_does_not_say_where_a_department_is() -> None:
    with pytest.raises(DocumentRejected, match="no city is printed"):
        form("项目名称\t林道养护\t主管部门\t畲江镇政府", "实施单位\t广东省林道工程公司")


def test_a_body_above_the_department_does_not_say_where_that_is() -> None:
    with pytest.raises(DocumentRejected, match="no city is printed"):
        form("项目名称\t林道养护\t地方主管部门\t县林业局", "中央主管部门\t农业农村部")


def test_a_publisher_of_a_city_does_not_say_in_which_county_a_department_is() -> None:
    with pytest.raises(DocumentRejected, match="no city is printed"):
        read(page("发布时间：2024-02-01 来源：惠州市林业局", department="县林业局"), "page.html")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("来源：梅州市林业局", ["梅州市林业局"]),
        ("[ 发布机构 ] 梅县区畲江镇 [ 有效性 ]", ["梅县区畲江镇"]),
        ("资金来源：市财政局\n数据来源：梅州市统计局", []),
    ],
)
def test_publishers_are_found_by_their_labels(text: str, names: list[str]) -> None:
    assert publishers(text) == names


def test_a_place_that_several_cities_have_is_said_to_be_one() -> None:
    assert is_ambiguous("朝阳区教育局")
    assert not is_ambiguous("区教育局")
    with pytest.raises(DocumentRejected, match="a place that several cities have"):
        form("项目名称\t林道养护\t主管部门\t朝阳区林业局")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("重庆轨道管理中心", "500000"),
        ("广西科技大学", "450000"),
        ("内蒙古医院", "150000"),
        ("海南区水务局", "150303"),
        ("北京路小学", None),
        ("河南街小学", None),
        ("西藏对口支援项目绩效目标表", None),
    ],
)
def test_a_body_named_by_the_short_name_of_its_province_is_there(text: str, code: str | None) -> None:
    place = find_place(text)
    assert (place.code if place else None) == code


def test_whom_a_letter_is_written_to_and_who_signed_it_are_no_units_of_the_form() -> None:
    letter = ("兴宁市林业局：", "梅州市财政局", "2024年3月4日")
    found = form(
        "项目名称\t林道养护\t主管部门\t兴宁市林业局", "年度目标\t养护林道八公里，路面平整，雨季前完工。", above=letter
    )
    assert [unit.unit_name for unit in found.units] == ["兴宁市林业局"]


@pytest.mark.parametrize("label", ["单位公章", "单位（盖章）", "绩效编制单位"])
def test_a_body_above_the_table_is_named_without_its_label(label: str) -> None:
    assert form("项目名称\t林道养护", above=(f"{label}：梅州市林业局",)).document.department_name == "梅州市林业局"


def test_a_body_above_the_table_is_kept_beside_the_unit_of_the_form() -> None:
    rows = ("项目名称\t林道养护\t主管部门\t县林业局", "实施单位\t畲江镇林业站")
    found = form(*rows, above=("绩效编制单位：梅州市梅县区人民政府",))
    assert (found.document.place_code, [unit.unit_name for unit in found.units]) == ("441403", ["畲江镇林业站"])
    assert {row.attribute: row.value for row in found.attributes} == {"绩效编制单位": "梅州市梅县区人民政府"}


def test_an_amount_too_large_for_its_missing_unit_is_left() -> None:
    found = form("项目名称\t林道养护\t主管部门\t梅州市林业局", "年度资金总额\t1800000.00", "其中：财政拨款\t1800000.00")
    assert (found.funding, found.totals) == ((), ())
    assert {row.reason for row in found.not_understood} == {
        "no unit of money is printed, and the amount is too large for 万元"
    }
    small = form("项目名称\t林道养护\t主管部门\t梅州市林业局", "年度资金总额\t18.00", "其中：财政拨款\t18.00")
    assert [row.amount_wan for row in small.funding] == [18]


def test_lines_of_prose_with_labels_above_a_form_are_no_form() -> None:
    found = form("项目名称\t林道养护\t主管部门\t梅州市林业局", above=("年度预算安排：", "林道养护安排30万元"))
    assert [row.code for row in found.issues] == []


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("44140024T000000012345-2024年林道养护", "44140024T000000012345", "2024年林道养护"),
        ("2024-2025年林道养护", "", "2024-2025年林道养护"),
        ("GZIT2023-2024年度审计", "", "GZIT2023-2024年度审计"),
    ],
)
def test_a_long_code_stands_before_a_name_that_begins_with_a_year(text: str, code: str, name: str) -> None:
    found = split_code(Printed(text, range(len(text))))
    assert (found.code.text, found.name.text) == (code, name)


def test_a_form_s_title_above_a_table_is_said_before_an_attachment_of_the_page() -> None:
    text = "<p>林道养护绩效评价指标表</p><table><tr><td>内容</td><td>分值</td></tr></table><p>林道养护.xlsx</p>"
    with pytest.raises(DocumentRejected, match="林道养护绩效评价指标表 is printed"):
        read(f"<html><body>{text}</body></html>".encode(), "page.html")
