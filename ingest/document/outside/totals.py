"""What the words around the forms say of projects together: how many, their money, their scores, their execution.

The sentences of a budget (2025年本部门实行绩效目标管理的项目5个，涉及资金1,052.00万元) and of final accounts
(共组织对3个项目进行绩效自评，涉及全年预算数…万元，全年执行数…万元，各项目预算执行率均为100%).
What they say against themselves is among them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import NamedTuple

from ingest.document.outside.agreement.agreed import disagreements
from ingest.document.outside.agreement.balances import balances_disagreeing
from ingest.document.outside.agreement.changes import changes_disagreeing
from ingest.document.outside.agreement.shares import shares_disagreeing
from ingest.document.outside.sentences import Sentence, sentences
from ingest.forms.reading import Part
from ingest.grammar.amounts import UNIT_FACTORS
from ingest.rows import SaidTotalRow
from ingest.source.blocks import Source
from ingest.vocabulary import words

_OF_PERFORMANCE = "绩效"
_NUMBER = r"(?<![0-9.,，])([0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?|[0-9]+(?:[.][0-9]+)?)"
_COUNT = re.compile(
    r"项目(?:支出)?(?:共计?|总计|合计|总数|数量|数)?(?:为|有|是)?(?:共计?)?([0-9]{1,4}|[二三四五六七八九十]{1,2})[个项]"
    r"|(?<![0-9.,])([0-9]{1,4}|[二两三四五六七八九十]{1,2})[个项][^，,。；;、：:0-9]{0,14}?项目"
)
_MONEY = re.compile(_NUMBER + "(万元|亿元|元)")
_AVERAGE = re.compile(r"平均(?:自评)?(?:得)?分(?:数|值)?[为达到是：:]{0,2}" + _NUMBER + "分")
_DIGITS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_APART = "，,；;、：:（）()"
_BEFORE = re.compile(f"[^{_APART}]*$")
_BEHIND = re.compile(f"[^{_APART}]*")
_PART = "其中"
# 某局2024年度项目支出绩效自评报告: the title of a file all of which is about performance
_REPORT = re.compile("绩效.{0,6}报告$")


class _Said(NamedTuple):
    """A number of a sentence: where it stands, with its unit, and its value."""

    figure: str
    start: int
    end: int
    value: Decimal


def said_totals(part: Part, publication: Source) -> tuple[SaidTotalRow, ...]:
    """The numbers that the words around the ``publication`` of a file say of projects together.

    The shares, changes and balances of its tables that their amounts do not give are among them.
    """
    rows: list[SaidTotalRow] = []
    sentence_seq = 0
    is_report: bool | None = None
    for sentence in sentences(part.source, publication):
        if is_report is None:
            is_report = _REPORT.search(sentence.text) is not None
        found = list(_numbers(sentence)) if is_report or _OF_PERFORMANCE in sentence.above else []
        found += [_Said(own.figure, own.start, own.end, own.due) for own in disagreements(sentence)]
        sentence_seq += bool(found)
        rows += [_row(said, sentence, sentence_seq, seq) for seq, said in enumerate(found, start=len(rows) + 1)]
    for own, sentence in chain(shares_disagreeing(part), changes_disagreeing(part), balances_disagreeing(part)):
        sentence_seq += 1
        rows.append(_row(_Said(own.figure, own.start, own.end, own.due), sentence, sentence_seq, len(rows) + 1))
    return tuple(rows)


def _row(said: _Said, sentence: Sentence, sentence_seq: int, said_seq: int) -> SaidTotalRow:
    text = sentence.text
    return SaidTotalRow(
        said_seq=said_seq,
        sentence_seq=sentence_seq,
        said_of=_said_of(text) or _said_of(sentence.above),
        figure=said.figure,
        said_value=said.value,
        said_printed=text[said.start : said.end],
        scope_words=_before(text, said.start),
        is_of_part=_is_of_part(said, text),
        words=text,
        page=sentence.page,
        line=sentence.line,
    )


def _numbers(sentence: Sentence) -> Iterator[_Said]:
    """The numbers of a sentence in their order; money only where it counts projects or speaks of their performance."""
    text = sentence.text
    counts = [_Said("projects", found.start(), found.end(), _count(found)) for found in _COUNT.finditer(text)]
    says = counts or _said_of(text) is not None
    money = [
        _Said(figure, found.start(), found.end(), _value(found[1]) * UNIT_FACTORS[found[2]])
        for found in _MONEY.finditer(text)
        if says and (figure := _kind_of_money(_before(text, found.start()))) is not None
    ]
    others = [
        _Said(figure, found.start(), found.end(), _value(found[1]))
        for figure, pattern in (("average_score", _AVERAGE), ("execution_rate", _rate_of_each()))
        for found in pattern.finditer(text)
    ]
    yield from sorted([*counts, *money, *others], key=lambda said: (said.start, said.end))


def _said_of(text: str) -> str | None:
    """What a text speaks of; None where it names neither."""
    for kind, said_of in (("said_of_evaluation", "evaluations"), ("said_of_plan", "plans")):
        if any(word in text for word in words("form_labels", kind)):
            return said_of
    return None


def _kind_of_money(before: str) -> str | None:
    """What money the words before an amount say it is; None for the money of something else."""
    for figure in ("executed", "adjusted", "budget", "money"):
        if any(word in before for word in words("form_labels", f"{figure}_of_projects_word")):
            return figure
    return None


def _is_of_part(said: _Said, text: str) -> bool:
    """Whether the sentence or the number's clause says that it is of some projects, or of other money too."""
    own = _before(text, said.start) + text[said.start : said.end] + (_BEHIND.match(text, said.end) or "")[0]
    return (
        _PART in text[: said.start]
        or any(word in text for word in words("form_labels", "some_projects_word"))
        or any(word in own for word in words("form_labels", "some_counted_word"))
    )


def _before(text: str, place: int) -> str:
    """The words of the clause before a number."""
    return (_BEFORE.search(text[:place]) or "")[0]


def _count(found: re.Match[str]) -> Decimal:
    printed = found[1] or found[2]
    if printed.isascii():
        return Decimal(printed)
    tens, _, ones = printed.rpartition("十")
    if "十" not in printed:
        return Decimal(_DIGITS[printed[-1]])
    return Decimal(10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0))


def _value(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))


@cache
def _rate_of_each() -> re.Pattern[str]:
    """各项目预算执行率均为100%."""
    rate = "|".join(words("form_labels", "rate_said_word"))
    return re.compile(rf"(?:{rate}|执行率)(?:均|都|全部|皆)[为达到是]{{0,2}}{_NUMBER}[%％]")
