"""Values whose parts stand in cells of their own: operator, number, unit; and scores."""

import re
from decimal import Decimal
from functools import cache, lru_cache

from ingest.grammar.targets import read_target
from ingest.source.printed import Printed, fold
from ingest.vocabulary import vocabulary

_BARE = re.compile(r"[-+]?\d+(?:,\d{3})*(?:\.\d+)?")
_BEGINS_WITH_NUMBER = re.compile(r"[-+.]?\d")
_DATE = re.compile(r"20\d\d[年.\-/]|\d{1,2}月")
_SIGNED = re.compile(r"^[≥≤<>=≧≦＞＜＝]+")
_SCORE = re.compile(r"(-?\d+(?:\.\d+)?)(?:分|%)?")
# 7.9（个别机构晚报）: no bracket that holds a number alone, which may be the full score
_SCORE_WITH_REASON = re.compile(
    r"\s*+\d++(?:\.\d++)?\s*+分?\s*+(?P<note>[（(](?=[\d\s.分%]*+[^\d\s.分%（）()])[^（）()]++[)）])\s*+"
)
# Nothing, or a number: a date as its serial number stands in both columns, 44561 and 44561.
_NO_UNIT = re.compile(r"[-—/\\无]*|[\d,.]+")
_DIRECTIONS = {"正向": "at_least", "正向指标": "at_least", "反向": "at_most", "反向指标": "at_most", "逆向": "at_most"}


@cache
def _operators() -> frozenset[str]:
    kinds = ("prefix ",)
    return frozenset(fold(row["word"]) for row in vocabulary("quantity_words") if row["kind"].startswith(kinds))


def is_operator(text: str) -> bool:
    """True for a sign or word of comparison that stands alone: ≥, 不少于, =."""
    return fold(text) in _operators()


def is_sign(text: str) -> bool:
    """True for what stands in a column of signs: ≥, 不少于, 正向."""
    return is_operator(text) or read_direction(text) is not None


def with_operator_and_unit(value: Printed, operator: Printed, unit: Printed) -> Printed:
    """A value with its operator before and its unit behind it (`≥`, `100`, `%` is `≥100%`).

    A value that prints them itself, and one that is no quantity, stays as it is; a date is compared, too.
    """
    if not value.text or not (operator.text or unit.text):
        return value
    is_bare = bool(_BARE.fullmatch(_SIGNED.sub("", fold(value.text))))
    said = read_target(value.text)
    if not is_bare and not said.is_quantitative:
        is_compared = bool(_DATE.match(fold(value.text))) and read_target(f"{operator.text}1").operator not in (
            None,
            "=",
        )
        return operator.followed_by(value) if is_compared and fold(operator.text) in _operators() else value
    has_operator = said.operator not in (None, "=") or not _BEGINS_WITH_NUMBER.match(fold(value.text))
    before = operator if not has_operator and fold(operator.text) in _operators() else None
    has_unit = not is_bare and said.unit is not None
    behind = unit if not has_unit and not _NO_UNIT.fullmatch(fold(unit.text)) else None
    parts = [part for part in (before, value, behind) if part is not None]
    return parts[0].followed_by(*parts[1:])


@lru_cache(maxsize=16384)
def read_score(text: str) -> Decimal | None:
    """The number of a score or weight (`10`, `9.5分`, `10%`); None where the text is none."""
    found = _SCORE.fullmatch(fold(text))
    return Decimal(found[1]) if found and len(found[1]) <= 18 else None


def score_and_reason(score: Printed, reason: Printed) -> tuple[Printed, Printed]:
    """A score without the words in brackets behind it, which say why it is so: they go before ``reason``."""
    found = _SCORE_WITH_REASON.fullmatch(score.text) if score.text.endswith((")", "）")) else None
    if found is None:
        return score, reason
    start, end = found.span("note")
    return score[:start].strip(), score[start + 1 : end - 1].strip().followed_by(reason)


def read_direction(text: str) -> str | None:
    """at_least for 正向, at_most for 反向; None for any other text."""
    return _DIRECTIONS.get(fold(text))
