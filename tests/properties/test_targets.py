"""A quantity in any published wording is read as the same operator, value and unit; no text is given a value it lacks."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.grammar.targets import Target, read_target
from tests.properties.settings import TEXTS

UNITS = (
    "%",
    "人",
    "次",
    "份",
    "期",
    "平方米",
    "个",
    "名",
    "张",
    "个直管党组织",
    "元/亩",
    "次/月",
    "人（次）",
    "万元",
    "G/每月",
    "公里",
)
TIMES = ("小时", "分钟", "个月", "天", "个工作日", "年")
# Wordings of the published documents; {} is the number with its unit.
WORDINGS = {
    "=": ("{}", "={}", "达到{}"),
    ">=": (
        "≥{}",
        ">={}",
        "大于等于{}",
        "大于或等于{}",
        "{}以上",
        "{}及以上",
        "不少于{}",
        "不低于{}",
        "至少{}",
        "{}（含）以上",
        "满意度{}以上",
        "完成率≥{}",
    ),
    "<=": ("≤{}", "<={}", "小于等于{}", "{}以下", "{}及以下", "不超过{}", "不高于{}", "退文率{}以下"),
    ">": (">{}", "大于{}", "高于{}", "超过{}", "满意度高于{}"),
    "<": ("<{}", "小于{}", "低于{}", "少于{}"),
    "~": ("约{}", "{}左右", "大约{}"),
}
TIME_WORDINGS = ("{}内", "{}以内", "≤{}", "不超过{}")
RANGES = ("{}{unit}-{}{unit}", "{}-{}{unit}", "{}～{}{unit}", "{}~{}{unit}", "{}至{}{unit}", "{}—{}{unit}")
SENTENCES = (
    "每隔{}小时巡查一次，每年不少于{}次消防演练",
    "全年共发行不超过{}期，每期{}份",
    "紧急公文在{}小时内发出，非紧急公文在{}小时内发出",
    "召开全会{}次、常委会>{}次",
    "系统使用情况（标准：≥{}%，得100分；<{}%，得50分）",
    "赶到现场的时间小于{}分钟，并有效处置{}起",
)
QUALITIES = (
    "良",
    "是",
    "有效提升",
    "年底前完成",
    "控制数",
    "保密项目",
    "长期",
    "无",
    "2025年12月底前",
    "达到办公厅公文标准",
    "小于等于预算",
)
PIECES = st.sampled_from(
    [*"0123456789.,%‰≥≤<>=±~-—～（）()/。；、:： 内以上下约第人次年月日", "大于", "小时", "至少", "&lt;", "<p>"]
)

numbers = st.one_of(
    st.integers(min_value=0, max_value=99999).map(Decimal),
    st.decimals(min_value=0, max_value=9999, places=2, allow_nan=False, allow_infinity=False),
)


@st.composite
def printed_numbers(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number and one of its printed forms: plain, grouped, with full-width digits."""
    value = draw(numbers)
    text = draw(st.sampled_from((f"{value:f}", f"{value:,f}")))
    return (_widened(text) if draw(st.booleans()) and draw(st.booleans()) else text), value


def _widened(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@st.composite
def quantities(draw: st.DrawFn, wordings: tuple[str, ...], units: tuple[str, ...]) -> tuple[str, Decimal, str]:
    """A wording of a quantity, its value and its unit; spaces and full-width signs as printed here and there."""
    number, value = draw(printed_numbers())
    unit = draw(st.sampled_from(units))
    gap = draw(st.sampled_from(("", "", "", " ")))
    text = draw(st.sampled_from(wordings)).format(gap + number + gap + unit)
    if draw(st.integers(min_value=0, max_value=3)) == 0:
        text = text.replace("<", "＜").replace(">", "＞").replace("%", "％").replace("=", "＝")
    return text + draw(st.sampled_from(("", "", "。"))), value, unit


def _folded(unit: str) -> str:
    return unit.replace("（", "(").replace("）", ")")


@pytest.mark.parametrize("operator", WORDINGS)
def test_every_wording_gives_its_operator(operator: str) -> None:
    @TEXTS
    @given(quantities(WORDINGS[operator], UNITS))
    def holds(quantity: tuple[str, Decimal, str]) -> None:
        text, value, unit = quantity
        assert read_target(text) == Target(operator, value, None, _folded(unit)), text

    holds()


@TEXTS
@given(quantities(TIME_WORDINGS, TIMES))
def test_within_a_time_is_at_most(quantity: tuple[str, Decimal, str]) -> None:
    text, value, unit = quantity
    assert read_target(text) == Target("<=", value, None, unit)


@TEXTS
@given(st.sampled_from(RANGES), st.integers(0, 999), st.integers(1, 999), st.sampled_from((*UNITS[:10], *TIMES[:4])))
def test_a_range_is_between(wording: str, low: int, step: int, unit: str) -> None:
    text = wording.format(low, low + step, unit=unit)
    assert read_target(text) == Target("between", Decimal(low), Decimal(low + step), unit)


@TEXTS
@given(st.integers(1, 99), st.sampled_from(UNITS[:4]))
def test_a_tolerance_is_between(width: int, unit: str) -> None:
    assert read_target(f"±{width}{unit}以内") == Target("between", Decimal(-width), Decimal(width), unit)


@TEXTS
@given(st.sampled_from(SENTENCES), st.integers(1, 99), st.integers(1, 99))
def test_a_sentence_with_numbers_is_no_quantity(sentence: str, first: int, second: int) -> None:
    assert not read_target(sentence.format(first, second)).is_quantitative


@TEXTS
@given(st.sampled_from(QUALITIES))
def test_a_quality_is_no_quantity(text: str) -> None:
    assert read_target(text) == Target()


@TEXTS
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join)))
def test_no_text_is_given_a_value_that_does_not_stand_in_it(text: str) -> None:
    target = read_target(text)
    printed = {Decimal(number) for number in _numbers(text)}
    for value in (target.value, target.upper_value):
        assert value is None or abs(value) in printed, target


def _numbers(text: str) -> list[str]:
    """The numbers in a text, leading decimal point included, grouping removed."""
    folded = "".join(str(unicodedata.decimal(c, c)) for c in unicodedata.normalize("NFKC", text) if not c.isspace())
    numbers, current = [], ""
    for character in folded.replace(",", "") + " ":
        if character.isdecimal() or (character == "." and "." not in current):
            current += character
            continue
        numbers.append(current)
        current = character if character == "." else ""
    return [number for number in numbers if any(c.isdecimal() for c in number)]
