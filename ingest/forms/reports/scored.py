"""Indicators that a report scores in sentences, without any table.

`（二）产出指标（50分）。`, below it `1．数量指标：开展演练，年度指标值≥12场，实际完成值9场，分值10分，得8分。`
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from ingest.forms.departments.prose_lines import without_number
from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid.lines import says_level
from ingest.forms.notices.told import GOAL, paragraphs_of, sentences_of
from ingest.forms.reading import Part
from ingest.grammar.labels import level1_code, level2_code
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import words

_LEVEL = re.compile(r"\s*(?P<label>[^：:，,。；;]{2,12})[：:]\s*")
# 产出指标（50分）。
_HEADING = re.compile(r"(?P<label>[^：:，,。；;（(]{2,12})(?:[（(][^（()）]{1,12}[)）])?[。：:]?")
_CLAUSE = re.compile(r"(?:[^，,；;。]|(?<=\d),(?=\d{3}))+")
_BETWEEN = re.compile(r"\s*(?:为|是|[：:])?\s*")
# 得9.5分; 分值10分 is read by its label
_GAINED = re.compile(r"得(?=\d)")
_POINTS = re.compile(r"(?P<points>\d{1,3}(?:\.\d+)?)分?")
_TOTAL = re.compile(r"(?:自评|综合|评价)[^，,。；;\d]{0,4}得分(?:为|是|[：:])?\s*(?P<points>\d{1,3}(?:\.\d+)?)分?")
_KINDS = (("reason", "grid_reason"), ("score", "grid_score"), ("weight", "grid_weight"), ("actual", "grid_actual"))
_TARGETS = (("annual", "grid_annual"), ("annual", "grid_value"))
_FEWEST = 2
_SCORED = ("weight", "score")


@dataclass(slots=True)
class Scored:
    """What a report says in sentences: its indicators, the texts they were read from, and the labels of these.

    ``lines`` are the numbers of all their lines.
    """

    lines: list[int] = field(default_factory=list)
    indicators: list[PrintedIndicator] = field(default_factory=list)
    fields: list[Printed] = field(default_factory=list)
    labels: list[Printed] = field(default_factory=list)
    goals: list[Printed] = field(default_factory=list)
    totals: list[Printed] = field(default_factory=list)

    def take_into(self, form: LabelledForm) -> None:
        """Add what was read to the form of the report; a goal and a total score where one alone is printed."""
        form.indicators += self.indicators
        form.fields += self.fields
        form.fillers += self.labels
        if len(self.goals) == 1:
            form.values.setdefault("annual_goal", self.goals)
        if self.totals and len({own.text for own in self.totals}) == 1:
            form.totals.append((-1, self.totals[0]))


def scored_in(part: Part, numbers: Sequence[int]) -> Scored | None:
    """The indicators in the paragraphs of some lines; None where fewer than two are, or one of them is not scored."""
    found, level1, kept = Scored(), NOTHING, frozenset(numbers)
    for own, paragraph in paragraphs_of(part):
        if not own or not kept.issuperset(own):
            continue
        number, text = without_number(paragraph)
        heading = _HEADING.fullmatch(text.text)
        if heading is not None and level1_code(heading["label"]) is not None:
            level1 = text.strip("。：:")
            found.lines += own
            found.labels += [paragraph]
            continue
        first = len(found.indicators)
        for sentence in _of_levels(text):
            printed = _indicator(found, sentence)
            if printed is None:
                return None
            found.indicators.append(replace(printed, level1=level1 or None))
        _take_said(found, text)
        if len(found.indicators) > first or _says(text):
            found.labels += [number] if number else []
            found.lines += own
    return found if len(found.indicators) >= _FEWEST else None


def _says(text: Printed) -> bool:
    """True for a paragraph with the goal, or of a sentence alone with the score of the whole project."""
    return any(GOAL.match(own.text) for own in sentences_of(text)) or _is_of_total(text)


def _is_of_total(text: Printed) -> bool:
    return len([*sentences_of(text)]) == 1 and _TOTAL.search(text.text) is not None


def _take_said(found: Scored, text: Printed) -> None:
    """Take the goal of the year and the score of the whole project that a paragraph prints."""
    for sentence in sentences_of(text):
        if label := GOAL.match(sentence.text):
            found.labels.append(sentence[: label.end()].strip())
            found.goals.append(sentence[label.end() :].strip())
            found.labels += [text[: _start(text, sentence)].strip("。 ")]
    for total in _TOTAL.finditer(text.text) if _is_of_total(text) else ():
        found.totals.append(text[total.start("points") : total.end("points")])
        found.labels += [text[: total.start("points")], text[total.end("points") : total.end()]]


def _of_levels(text: Printed) -> Iterator[Printed]:
    """The parts of a paragraph that each begin with a level: 数量指标：…，得15分。偏差原因：…。"""
    begins = [
        own.start()
        for own in re.finditer(r"[^。；;]+", text.text)
        if says_level(own[0].strip()) and any(map(str.isdigit, own[0]))
    ]
    for begin, end in pairwise([*begins, len(text.text)]):
        yield text[begin:end].strip("。；; ")


def _indicator(found: Scored, text: Printed) -> PrintedIndicator | None:
    """The indicator of a part, what it is read from added to ``found``; None without target, actual and score."""
    label = _LEVEL.match(text.text)
    if label is None or (level2_code(label["label"]) is None and level1_code(label["label"]) is None):
        return None
    clauses = [text[own.start() : own.end()].strip() for own in _CLAUSE.finditer(text.text, label.end())]
    heads = [_head(clause.text) for clause in clauses]
    told = [at for at, head in enumerate(heads) if head is not None]
    if not told or told[0] == 0:
        return None
    parts: dict[str, Printed] = {"name": text[label.end() : _start(text, clauses[told[0]])].strip("，, ")}
    found.labels.append(text[: label.end()].strip())
    for at in told:
        kind, length = heads[at] or ("", 0)
        if kind in parts:
            return None
        value = clauses[at][length:]
        if kind == "reason":
            value = text[_start(text, value) :] if value else NOTHING
        elif kind in _SCORED:
            points = _POINTS.fullmatch(value.text)
            end = points.end("points") if points else 0
            found.labels.append(value[end:])
            value = value[:end]
        if not value:
            return None
        parts[kind] = value
        found.labels.append(clauses[at][:length].strip())
        if kind == "reason":
            break
    if not {"annual", "actual", "score"} <= parts.keys():
        return None
    found.fields += parts.values()
    return _printed(text, text[label.start("label") : label.end("label")], parts)


def _printed(whole: Printed, level2: Printed, parts: dict[str, Printed]) -> PrintedIndicator:
    return PrintedIndicator(
        whole=whole,
        ordinal=None,
        level1=None,
        level2=level2,
        code1=None,
        code2=None,
        name=parts["name"],
        cycle=None,
        annual=parts["annual"],
        weight=parts.get("weight"),
        actual=parts["actual"],
        score=parts["score"],
        reason=parts.get("reason"),
    )


def _start(text: Printed, part: Printed) -> int:
    """Where a part of a text begins in it."""
    return list(text.at).index(part.at[0])


def _head(clause: str) -> tuple[str, int] | None:
    """What a clause tells, and how long its label is with what stands between: 年度指标值为860台; None for others."""
    if gained := _GAINED.match(clause):
        return "score", gained.end()
    found = _labels().match(clause)
    if found is None:
        return None
    between = _BETWEEN.match(clause, found.end())
    return _kind_of()[found[0]], between.end() if between else found.end()


@cache
def _kind_of() -> dict[str, str]:
    return {word: kind for kind, name in (*_TARGETS, *_KINDS) for word in words("form_labels", name)}


@cache
def _labels() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_kind_of(), key=len, reverse=True))))
