"""What stands before names and is no part of them: marks (★), ordinals of a template without a colon."""

import pytest

from ingest.grammar.codes import split_code, split_mark
from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.printed import Printed


def printed(text: str) -> Printed:
    return Printed(text, range(len(text)))


FORM = """项目支出绩效目标表
（2024年度）
项目名称\t{mark}农村公路养护工程
主管部门\t新邵县交通运输局\t实施单位\t新邵县公路中心
年度资金总额（万元）\t100\t其中：财政拨款\t100
年度目标\t完成养护
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t{one}养护里程\t≥90公里
\t\t{two}修复桥梁\t3座
\t质量指标\t{one}验收合格率\t100%
{blank}效益指标\t{mark}社会效益指标\t{one}受益人口\t≥900人
"""
NAMES = ["养护里程", "修复桥梁", "验收合格率", "受益人口"]
BLANK = "\t\t指标2\t\n\t\t……\t\n"


def form(mark: str = "", one: str = "", two: str = "", blank: str = "") -> Reading:
    return read(FORM.format(mark=mark, one=one, two=two, blank=blank).encode(), "form.txt")


def names(found: Reading) -> list[str | None]:
    return [row.indicator_name for row in found.indicators]


@pytest.mark.parametrize("mark", ["★★★", "☆", "▲", "●", "■", "◆", "※", "*", "★ "])
def test_a_mark_before_a_name_is_none_of_it_and_is_kept(mark: str) -> None:
    found = form(mark=mark, one=mark)
    assert [row.project_name for row in found.projects] == ["农村公路养护工程"]
    assert names(found) == NAMES
    assert [row.note for row in found.indicators] == [mark.strip(), None, mark.strip(), mark.strip()]
    assert [row.category_code for row in found.indicators] == [11, 11, 12, 22]
    assert not found.not_understood


def test_a_mark_stands_before_an_ordinal_or_behind_a_name() -> None:
    assert names(form(one="★指标1：", two="指标2：")) == NAMES
    assert [part.text for part in split_mark(printed("农村公路养护★"))] == ["农村公路养护", "★"]


@pytest.mark.parametrize("name", ["**工程经费", "●●项目", "★", "A*B试点", "（*）"])
def test_what_hides_a_word_is_of_the_name(name: str) -> None:
    assert [part.text for part in split_mark(printed(name))] == [name, ""]


def test_a_mark_stands_before_a_code() -> None:
    found = split_code(printed("★[015001]农村公路养护"))
    assert (found.name.text, found.code.text, found.others[0].text) == ("农村公路养护", "015001", "★")


def test_an_ordinal_without_a_colon_is_none_of_the_name() -> None:
    found = form(one="指标1", two="指标2", blank=BLANK)
    assert names(found) == NAMES
    assert [row.printed_ordinal for row in found.indicators] == [1, 2, 1, 1]
    assert names(form(one="指标1", two="指标2")) == NAMES


def test_an_ordinal_stands_before_a_year() -> None:
    assert names(form(one="指标12024年", two="指标2")) == [
        f"2024年{name}" if name != NAMES[1] else name for name in NAMES
    ]


@pytest.mark.parametrize(
    ("one", "two", "blank"),
    [
        ("指标体系", "", BLANK),
        ("指标2", "指标1", BLANK),
        ("指标1", "指标1", BLANK),
        ("指标1", "", ""),
        ("指标100分", "", BLANK),
    ],
)
def test_what_is_no_ordinal_of_a_template_stays(one: str, two: str, blank: str) -> None:
    assert names(form(one=one, two=two, blank=blank)) == [
        f"{own}{name}" for own, name in zip((one, two, one, one), NAMES, strict=True)
    ]


LIST = """2024年项目支出绩效目标表
单位：万元
部门名称：江山市水利局
序号\t项目名称\t预算金额\t一级指标\t二级指标\t三级指标\t指标值
1\t★农村饮水改造\t86\t产出指标\t数量指标\t{one}改造水站\t≥26座
\t\t\t\t\t{two}新建管网\t≥9公里
\t\t\t效益指标\t社会效益指标\t{one}受益人口\t≥3万人
2\t※河道保洁\t40\t产出指标\t数量指标\t{one}保洁河道\t≥12公里
\t\t\t效益指标\t社会效益指标\t{one}受益群众\t≥900人
"""


@pytest.mark.parametrize(("one", "two"), [("指标1", "指标2"), ("▲", ""), ("", "★★")])
def test_a_list_prints_them_too(one: str, two: str) -> None:
    found = read(LIST.format(one=one, two=two).encode(), "list.txt")
    assert [row.project_name for row in found.projects] == ["农村饮水改造", "河道保洁"]
    assert names(found) == ["改造水站", "新建管网", "受益人口", "保洁河道", "受益群众"]


def test_a_level_cut_off_by_the_end_of_a_page_is_whole() -> None:
    text = FORM.format(mark="", one="", two="", blank="").replace("社会效益指标", "服务对象满") + "\t意度\t\t\n"
    found = read(text.encode(), "form.txt")
    assert [(row.printed_level2, row.indicator_name) for row in found.indicators][-1] == ("服务对象满意度", "受益人口")
