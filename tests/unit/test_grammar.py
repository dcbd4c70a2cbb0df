"""Codes beside names, amounts with notes, page numbers, central bodies, and why a file is no form."""

from decimal import Decimal

import pytest

from ingest.errors import DocumentRejected
from ingest.grammar.amounts import amount_and_notes
from ingest.grammar.codes import split_code
from ingest.grammar.labels import category, is_of_framework, level1_code, level2_code
from ingest.grammar.places import CENTRAL, find_place
from ingest.pipeline import read
from ingest.source.page_numbers import is_page_number, page_numbers
from ingest.source.printed import Printed
from ingest.vocabulary import vocabulary
from tests.unit.test_publication import source


def coded(text: str) -> tuple[str, str]:
    found = split_code(Printed(text, range(len(text))))
    return found.name.text, found.code.text


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("[015001]苗圃灌溉", "苗圃灌溉", "015001"),
        ("776001-苗圃灌溉", "苗圃灌溉", "776001"),
        ("梅州市林业局 417", "梅州市林业局", "417"),
        ("苗圃灌溉[050]", "苗圃灌溉", "050"),
        ("梅州市林业局（盖章）", "梅州市林业局", ""),
        ("2024年苗圃灌溉", "2024年苗圃灌溉", ""),
        ("苗圃灌溉 2024", "苗圃灌溉 2024", ""),
        ("MZ2024-LY-W-B-004411", "MZ2024-LY-W-B-004411", ""),
        ("44140023R000008841020苗圃灌溉", "苗圃灌溉", "44140023R000008841020"),
        ("44140023R000008841020A类苗圃灌溉", "44140023R000008841020A类苗圃灌溉", ""),
        ("20240115苗圃灌溉", "20240115苗圃灌溉", ""),
    ],
)
def test_codes_beside_names(text: str, name: str, code: str) -> None:
    assert coded(text) == (name, code)


@pytest.mark.parametrize(
    ("text", "amount", "notes"),
    [
        ("40万元（其中：上级15万元）", "40万元", "（其中：上级15万元）"),
        ("1,234.50", "1,234.50", ""),
        ("20万", "20万", ""),
    ],
)
def test_amounts_with_notes(text: str, amount: str, notes: str) -> None:
    found = amount_and_notes(text)
    assert found is not None
    assert (found.amount, found.notes.strip()) == (amount, notes)


@pytest.mark.parametrize("text", ["3000人", "约40万元", "40万元和20万元", "2024年1月", ""])
def test_no_amounts(text: str) -> None:
    assert amount_and_notes(text) is None


def test_page_numbers_count_the_pages() -> None:
    assert is_page_number("- 3 -") and is_page_number("第 3 页 共 9 页") and not is_page_number("第3条")
    table = [["甲", "乙"], ["丙", "丁"]]
    pages = source([*table, ["7"]], [*table, ["8"]], [*table, ["40"]], medium="pdf")
    found = {pages.text[line.span.start : line.span.end] for line in pages.lines if line.number in page_numbers(pages)}
    assert found <= {"7", "8"}


def test_central_bodies_and_their_units() -> None:
    for name in ("中国科学院国家天文台", "教育部"):
        place = find_place(name)
        assert place is not None and place.code == CENTRAL
    assert find_place("某某中心") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("关于公开预算的通知\n附件：绩效目标.xlsx", "names an attachment that is not in it: 绩效目标.xlsx"),
        ("部门收支总体情况表\n收入\t预算数\n财政拨款\t1.00", "it holds 部门收支总体情况表"),
        ("部门收支总表\n收入\t预算数\n详见单位的项目绩效目标表\n财政拨款\t1", "it holds 部门收支总表"),
        ("目录\n项目支出绩效目标表\n本部门无此项", r"项目支出绩效目标表 is printed \(page 1\), but neither the name"),
        ("天气晴朗", "neither a title nor a table"),
    ],
)
def test_why_a_file_is_no_form(text: str, words: str) -> None:
    with pytest.raises(DocumentRejected, match=words):
        read(text.encode(), "letter.txt")


def test_exact_amounts_of_every_unit() -> None:
    from ingest.grammar.amounts import read_wan

    assert [read_wan("0.5亿元", "万元"), read_wan("12,000元", "万元"), read_wan("3", "亿元")] == [
        Decimal(5000),
        Decimal("1.2"),
        Decimal(30000),
    ]


@pytest.mark.parametrize(
    ("level1", "level2", "code"),
    [
        ("效益指标", "可持续性", 24),
        ("产出指标", "工程数量", 11),
        ("产出指标", "质量和数量情况", 10),
        ("效益指标", "社会经济效益情况", 20),
        ("效益指标", "社会贡献", 20),
        ("履职目标", "农产品质量安全", 90),
    ],
)
def test_a_label_within_one_of_the_second_level_tells_its_category(level1: str, level2: str, code: int) -> None:
    assert category(level1, level2, None, None) == code


def test_every_label_is_known_in_brackets_and_a_number_with_its_unit_is_none() -> None:
    for row in vocabulary("indicator_labels"):
        code = level1_code if row["level"] == "1" else level2_code
        assert code(f"（{row['label']}）5%") == int(row["code"])
    assert not any(map(is_of_framework, ("746,700.00元", "≥90%", "3524份", "（10分）", "")))
