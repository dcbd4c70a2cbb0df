"""Printed text: layout goes, every character that stays knows where it stood."""

import pytest

from ingest.source.blocks import Span
from ingest.source.printed import clean, find, fold


def _clean(text: str) -> str:
    return clean(text, [Span(0, len(text))]).text


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("<p>1. 完善系统；</p> <p>2. 完善内容</p>", "1. 完善系统；2. 完善内容"),
        ("&lt;30分钟", "<30分钟"),
        ("<5%", "<5%"),
        ("故障率<10%且>5%", "故障率<10%且>5%"),
        ("a&nbsp;b", "a b"),
        ("R&D经费", "R&D经费"),
        ("&nosuch;", "&nosuch;"),
        ("补助经 费", "补助经费"),
        ("信息系统运\n\n行维护", "信息系统运行维护"),
        ("≥\n90%", "≥90%"),
        ("open\ndata", "open data"),
        ("250卷, 2800卷", "250卷, 2800卷"),
        ("\ufeff　标题\u200b", "标题"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_layout_is_removed_and_nothing_else(source: str, printed: str) -> None:
    assert _clean(source) == printed


def test_every_character_knows_where_it_stood() -> None:
    text = "x<p>年 度</p>&lt;5"
    printed = clean(text, [Span(1, len(text))])
    assert printed.text == "年度<5"
    assert [text[at] for at in printed.at] == ["年", "度", "&", "5"]
    assert printed.span == Span(4, len(text))


def test_spans_of_several_lines_join_to_one_text() -> None:
    text = "工作\nXX\n经费"
    assert clean(text, [Span(0, 2), Span(6, 8)]).text == "工作经费"


def test_a_word_is_found_through_wraps_and_widths() -> None:
    text = "新门名称:x 项目名称 (资金使用单位)"
    found = find(clean(text, [Span(0, len(text))]), "项目名称（资金使用单位）")
    assert found is not None
    assert found.text == "项目名称 (资金使用单位)"


def test_keys_fold_width_and_white_space() -> None:
    assert fold("（１）Ａ：b 　c") == "(1)A:bc"


def test_an_entity_of_a_character_that_cannot_be_is_layout() -> None:
    assert clean("工&#1;作", [Span(0, 6)]).text == "工作"
