"""Labels of the indicator framework to category codes, by vocabulary."""

import re
from functools import cache, lru_cache

from ingest.grammar.codes import MARKS
from ingest.source.printed import fold
from ingest.source.scripts import in_chinese
from ingest.vocabulary import vocabulary

UNKNOWN_CATEGORY = 90
_SATISFACTION = 3

# 数量指标（或建筑规模指标） -> 数量或建筑规模; 产出指标（50分）, 产出指标(50), C1产出指标 -> 产出
# 1.产出指标, 1.1数量指标, 一、产出指标, （一）产出指标, ①数量指标 -> without number
_WEIGHT = re.compile(
    r"^\d{1,2}(?:\.\d{1,2})+[.、]?(?=[\u4e00-\u9fff])|^[一二三四五六七八九十]{1,2}[、.]|^[(][一二三四五六七八九十][)]|^[①-⑩]"
    r"|(?<!\d)\d++(?:\.\d++)?(?:分|%)|(?<=[(\[【])\d+(?:\.\d+)?(?=[)\]】])"
    r"|^\d{1,2}[.、]|^[(]\d[)]|^[A-H]\d{0,3}(?=[\u4e00-\u9fff])"
)
_MAY_WEIGH = re.compile(r"\d|^[A-H(①-⑩一二三四五六七八九十]")
_BEGINNING = 60
_SHORTEST = 2
"""Characters of the shortest label."""

_REMOVED = dict.fromkeys(map(ord, "()[]【】、,，/及和与指标分%.0123456789"))
"""Every character that `fold_label` may remove from inside a label."""

_NOISE = re.compile(r"指标|[()\[\]【】、,，/及和与]")
# 数量指标（必填硬性指标）, 经济效益指标（选填）: what the template asks of who fills it in
_ASKED = re.compile(r"[(\[【][^()\[\]【】]{0,8}[必选]填[^()\[\]【】]{0,8}[)\]】]")
# 产出目标（部门工作实绩，包含重点工作）: what the template means by it
_EXPLAINED = re.compile(r"(?<=[指目]标)\s*[（(](?P<words>[^（()）]*)[)）]\s*$")
_ENDINGS = ("等", "类", "目标", "值")


@lru_cache(maxsize=16384)
def fold_label(label: str) -> str:
    """A label as the seed ``indicator_labels`` writes it: without 指标, 目标, brackets, separators, weight.

    Empty for a text too short to hold one.
    """
    if label.isascii() and not label.isalpha() and len(label.translate(_REMOVED)) < _SHORTEST:
        return ""  # most texts without a label are numbers
    folded = fold(in_chinese(label))
    if not folded.isalpha():
        if len(folded.translate(_REMOVED)) < _SHORTEST:
            return ""  # a number, with its unit or without
        folded = folded.strip(MARKS)
        folded = _WEIGHT.sub("", folded) if _MAY_WEIGH.search(folded) else folded
    folded = _NOISE.sub("", _ASKED.sub("", folded) if "填" in folded else folded)
    for ending in _ENDINGS if folded.endswith(_ENDINGS) else ():
        folded = folded.removesuffix(ending)
    return folded


@cache
def _codes() -> dict[tuple[int, str], int]:
    rows = vocabulary("indicator_labels")
    return {(int(row["level"]), fold_label(row["label"])): int(row["code"]) for row in rows}


@cache
def _labels() -> frozenset[str]:
    return frozenset(label for _, label in _codes())


@cache
def _longest() -> int:
    """The characters of the longest label, and of what is removed from its end."""
    return max(map(len, _labels())) + sum(map(len, _ENDINGS))


@cache
def _categories() -> frozenset[int]:
    return frozenset(int(row["category_code"]) for row in vocabulary("indicator_categories"))


@lru_cache(maxsize=65536)
def level1_code(label: str) -> int | None:
    """The first-level code of a label (产出 1, 效益 2, 满意度 3, 成本 4); None where it is no such label."""
    code = _codes().get((1, fold_label(label)))
    explained = _EXPLAINED.search(label) if code is None and ("）" in label or ")" in label) else None
    if explained is None or level2_code(explained["words"]) is not None:
        return code
    return _codes().get((1, fold_label(label[: explained.start()])))


@cache
def _first_levels() -> tuple[str, ...]:
    return tuple(label for level, label in _codes() if level == 1)


def begins_with_level1(text: str) -> bool:
    """True for a text that may begin with a label of the first level, whatever stands behind it."""
    return fold_label(text[:_BEGINNING]).startswith(_first_levels())


@lru_cache(maxsize=65536)
def level2_code(label: str) -> int | None:
    """The second-level code of a label (数量 11 …); None where it is no such label."""
    return _codes().get((2, fold_label(label)))


@lru_cache(maxsize=16384)
def is_of_framework(label: str) -> bool:
    """True for a label of the framework's first or second level."""
    if len(label) > _BEGINNING and len(fold(label[:_BEGINNING]).translate(_REMOVED)) > _longest():
        return False  # a whole list of indicators, most often
    return fold_label(label) in _labels()


def is_level2(label: str) -> bool:
    """True for a second-level label of a grid, which says 指标."""
    return "指标" in label and level2_code(label) is not None


def says_level2(label: str) -> bool:
    """True for what stands before indicators as their second level does: a known one, or any that ends in 指标."""
    return level2_code(label) is not None or fold(label).endswith("指标")


@lru_cache(maxsize=65536)
def category(level1: str | None, level2: str | None, printed1: int | None, printed2: int | None) -> int:
    """The category of an indicator from its labels and printed codes.

    The label decides where it is known, then the printed code, then the one known label within it (可持续性,
    below a known one of the first level), then the first level alone (its unclassified category); 90 where nothing is.
    """
    by_label = level2_code(level2) if level2 else None
    if by_label is not None:
        return by_label
    if printed2 in _categories():
        return printed2 or UNKNOWN_CATEGORY
    first = level1_code(level1) if level1 else None
    own = level2_code(level1) if level1 and not level2 and first is None else None
    if own is not None and own // 10 == _SATISFACTION:  # 公众满意度指标 in the place of a first level
        return own
    if level2 and (spoken := _spoken_of(fold_label(level2))) is not None and spoken // 10 == first:
        return spoken
    first = first if first is not None else printed1
    alone = 31 if first == 3 else (first or 9) * 10
    return alone if alone in _categories() else UNKNOWN_CATEGORY


def _spoken_of(label: str) -> int | None:
    """The category of the labels of the second level that stand in a folded one; None for none and for several."""
    within = [(own, code) for (level, own), code in _codes().items() if level == 2 and own in label]
    codes = {code for own, code in within if not any(own != other and own in other for other, _ in within)}
    return codes.pop() if len(codes) == 1 else None
