"""A name and its target in one text: 培训学员≥3000人次, 课程合格率100%, 学员满意度：95%以上."""

import re
from functools import cache

from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import vocabulary

_SIGNS = frozenset("≥≤＞＜><=≧≦＝±")
_SHORTEST_NAME = 2
# 2号泵站, 3期工程, 一期: part of a name and no quantity
_NO_QUANTITY = re.compile(r"\d+\s*(?:号|期|#|年|月)")
_LONGEST_UNIT = 3
# 25平方公里, 12万立方米, 3个工作日: what stands before the word of a unit, and does not make it a sentence
_MEASURED_IN = re.compile(r"[万亿千百]*+(?:平方|立方|个工作(?=日))?")
# 600元/人·年
_PRICE = re.compile(r"[万亿千]?元/[^\d，,。；;]{1,8}")
_BOUND = "第约近每"
_COLON = re.compile("[：:]")
_BRACKETED = re.compile(r"[（(【\[](?P<target>\d|[^（()）【】\[\]]{2,60}+)[)）】\]]$")
# 管护公厕数量（20分）: its weight
_SCORE = re.compile(r"\s*\d+(?:\.\d+)?\s*分")
# 补助拨付完成时间为2024年11月底前
_DEADLINE = re.compile(r".{0,30}?(?:时间|时限|期限|日期)为?")
# 资助学生95人，资助资金12万元: of several quantities none is the target; no list within a word (1、2号泵站)
_SEVERAL = re.compile(r"\d(?!\s*(?:号|期|#|年|月|日|\d|\.\d|[)）]))[^\d，,、：:；;（()）]{1,12}[，,、]")
_DATE = re.compile(r"20\d\d年|\d{1,2}月")


@cache
def _prefixes() -> tuple[str, ...]:
    """Words that compare, before a number: 不少于, 达到; the longest first."""
    found = {row["word"] for row in vocabulary("quantity_words") if row["kind"].startswith("prefix ")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def part_target(printed: Printed, is_said: bool) -> tuple[Printed, Printed]:
    """The name and the target of a text; NOTHING for the target where it holds none, or perhaps none.

    A target may stand in brackets behind the name: 合格率（100%）.
    """
    bracketed = _BRACKETED.search(printed.text, _SHORTEST_NAME)
    if bracketed is not None and _may_be_target(bracketed["target"], is_said):
        low, high = bracketed.span("target")
        return printed[: bracketed.start()].strip("：: "), printed[low:high].strip()
    start = _target_start(printed.text, is_said)
    if start is None or _SEVERAL.search(printed.text, 0, start):
        return printed.strip("：: "), NOTHING
    name = printed[:start].strip("：: ")
    is_deadline = is_said and _DEADLINE.fullmatch(printed.text, 0, start) is not None
    return name[: len(name.text.removesuffix("为"))] if is_deadline else name, printed[start:].strip()


def is_target_alone(printed: Printed) -> bool:
    """True for a quantity without a name before it: 46场, ≥90%, 不少于46场; 6所学校的维修 is a name."""
    start, target = _target_start(printed.text, is_said=True), read_target(printed.text)
    is_bare = begins_as_target(printed.text) if start is None else printed.text[:start].strip() in _prefixes()
    is_said = target.operator != "=" or _is_unit(target.unit or "")
    return is_bare and is_said and target.is_quantitative


def begins_as_target(text: str) -> bool:
    """True for a text that begins with a number, a sign or a word that compares."""
    return text[:1].isdigit() or text[:1] in _SIGNS or text.startswith(_prefixes())


def _target_start(text: str, is_said: bool) -> int | None:
    """Where the target of ``text`` begins, behind its name; None where it holds none, or perhaps none.

    ``is_said`` where a label says that names hold targets; else only a comparison or a percentage is one.
    """
    colon = _COLON.search(text)
    if is_said and colon is not None and colon.start() >= _SHORTEST_NAME and text[colon.end() :].strip():
        return colon.end()
    date = _DATE.search(text) if is_said else None
    if date is not None and _DEADLINE.fullmatch(text, 0, date.start()):
        return date.start()
    for at in range(_SHORTEST_NAME, len(text)):
        if not (text[at].isdigit() or text[at] in _SIGNS):
            continue
        if text[at] in _SIGNS and _DATE.match(text, at + 1):
            return at
        if text[at].isdigit() and _is_part_of_word(text, at):
            continue
        target = read_target(text[at:])
        if not target.is_quantitative or _NO_QUANTITY.match(text[at:]):
            continue
        start = _with_prefix(text, at)
        whole = read_target(text[start:])
        is_certain = _is_certain(text[start:]) or text[at] in _SIGNS
        unit = whole.unit or ""
        is_short = is_said and _is_unit(unit) and text[at - 1] not in _BOUND
        return start if start >= _SHORTEST_NAME and (is_short or is_certain) else None
    return None


def _is_unit(text: str) -> bool:
    """True for a unit alone; a longer text is what the quantity is of, or a sentence."""
    return len(_MEASURED_IN.sub("", text, count=1)) <= _LONGEST_UNIT or _PRICE.fullmatch(text) is not None


def _may_be_target(text: str, is_said: bool) -> bool:
    """True for what may stand in brackets behind a name as its target; 20分 is its weight."""
    return (is_said or _is_certain(text)) and not _SCORE.match(text)


def _is_certain(text: str) -> bool:
    """True for a quantity that compares, and for a share: nothing else is written so."""
    target = read_target(text)
    return target.is_quantitative and (target.operator != "=" or target.unit in ("%", "‰"))


def _is_part_of_word(text: str, at: int) -> bool:
    """True for a digit behind a Latin letter, another digit or a dash: PM2.5, A3."""
    return text[at - 1].isdigit() or text[at - 1] in ".-－" or (text[at - 1].isascii() and text[at - 1].isalpha())


def _with_prefix(text: str, at: int) -> int:
    word = next((word for word in _prefixes() if text[:at].endswith(word)), "")
    start = at - len(word)
    return start if start >= _SHORTEST_NAME else at
