"""Indicators in lines of text: 产出指标：, below it 数量指标：救助人次≥800人次；办案件数50件.

So they may stand in a cell: 绩效指标 beside 数量指标：…；质量指标：…, or 产出指标 beside its second levels.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid.inferred.columns import BLOCKS_OF_GRID
from ingest.forms.labelled.labels import find_label, holds_amount
from ingest.grammar.labels import level1_code, level2_code, says_level2
from ingest.grammar.lists.levelled import read_levelled_list
from ingest.grammar.lists.listed import is_levelled
from ingest.grammar.named_targets import part_target
from ingest.source.printed import NOTHING, Printed, PrintedCells
from ingest.vocabulary import vocabulary, words

_LABEL = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]、?\s*)?(?P<label>[^：:]{2,12})(?:[：:]\s*|$)")
_PARTS = re.compile(r"[^；;。]+")
_CLAUSE = re.compile(r"[，,；;。]")
_PIECES = re.compile(r"(?:[^，,]|(?<=\d),(?=\d))+")
_NUMBER = re.compile(r"指标\s*\d{1,2}\s*[：:、.]\s*")
_PAIR = 2
_LONGEST_LINE = 40


def says_level(text: str) -> bool:
    """True for a line that begins with a label of the framework and a colon, or with both levels of an indicator."""
    found = _LABEL.match(text)
    if "指标" in text and is_levelled(text):
        return True
    return found is not None and (level1_code(found["label"]) is not None or level2_code(found["label"]) is not None)


def tells_reached(text: str) -> bool:
    """True for a sentence behind a label of the framework: 数量指标：清淤长度目标值为12公里，实际完成11公里."""
    clauses = _CLAUSE.split(text)[1:] if says_level(text) else []
    return any(clause.strip().startswith(words("form_labels", "achieved_word")) for clause in clauses)


def goes_on(text: str, rows: Sequence[PrintedCells]) -> bool:
    """True for a line that goes on with the rows of a form: a label with its amount, a level with its indicators.

    So does a short line of names and targets below such a level: 群众满意度≥90% below （三）满意度指标.
    """
    if not rows or holds_amount(text) or says_level(text):
        return bool(rows)
    above = [cell.text for cell in rows[-1].values()]
    return len(above) == 1 and says_level(above[0]) and _is_said(Printed(text, range(len(text))))


class LevelLines:
    """Takes the lines of one form into ``form``, the first level carried down."""

    def __init__(self, form: LabelledForm) -> None:
        self._form = form
        self._level1 = NOTHING
        self._is_open = False

    def take(self, cells: PrintedCells) -> bool:
        """Take a row of one such line, or of a label beside one; False for others, and where the form has a grid."""
        is_taken = len(cells) <= _PAIR and self._form.grid is None and self._take([*cells.values()])
        self._is_open = is_taken
        return is_taken

    def _take(self, cells: Sequence[Printed]) -> bool:
        if len(cells) == _PAIR and _heads(cells[0].text, cells[1].text):
            self._form.fillers.append(cells[0])
            self._level1 = cells[0] if level1_code(cells[0].text) is not None else NOTHING
            for line in [cells[1]] if is_levelled(cells[1].text) else _lines(cells[1]):
                self._take_line(line) or self._take_rest(line, None)
            return True
        if len(cells) != 1:
            return False
        return self._take_line(cells[0]) or (self._is_open and _is_said(cells[0]) and self._take_rest(cells[0], None))

    def _take_line(self, cell: Printed) -> bool:
        if is_levelled(cell.text):
            return self._take_levelled(cell)
        found = _LABEL.match(cell.text)
        if found is None or not says_level(cell.text):
            return False
        label, rest = cell[found.start("label") : found.end("label")], cell[found.end() :]
        is_first = level1_code(label.text) is not None and (level2_code(label.text) is None or not rest.text.strip())
        if is_first:
            self._level1 = label
        self._form.fillers.append(cell[: found.end()].strip())
        return self._take_rest(rest, None if is_first else label)

    def _take_levelled(self, cell: Printed) -> bool:
        """Take indicators with both their levels before them: 产出指标-数量指标：救助人次≥800人次."""
        fields: dict[int, Printed] = {}
        for item in read_levelled_list(cell).items:
            fields |= {part.at[0]: part for part in item.parts if part}
            self._form.fillers += [cell[low:high] for low, high in item.labels if low < high]
            printed = _indicator(item.whole, item.label1, item.label2, item.name, item.annual)
            self._form.indicators.append(replace(printed, cycle=item.cycle, actual=item.actual))
        self._form.fields += fields.values()
        return True

    def _take_rest(self, rest: Printed, level2: Printed | None) -> bool:
        """Take the indicators behind a label."""
        for part in self._parts(rest):
            inner = _LABEL.match(part.text) if says_level2(_label_in(part.text)) else None
            if inner is not None:  # 产出指标：数量指标：救助人次≥800人次；质量指标：…
                self._form.fillers.append(part[: inner.end()].strip())
                level2, part = part[inner.start("label") : inner.end("label")], self._unnumbered(part[inner.end() :])
            self._form.fields.append(part)
            name, target = part_target(part, is_said=True)
            self._form.indicators.append(_indicator(part, self._level1 or None, level2, name, target or None))
        return True

    def _unnumbered(self, part: Printed) -> Printed:
        """What stands behind 指标1：."""
        numbered = _NUMBER.match(part.text)
        if numbered is None:
            return part.strip()
        self._form.fillers.append(part[: numbered.end()].strip())
        return part[numbered.end() :].strip()

    def _parts(self, rest: Printed) -> Iterator[Printed]:
        for found in _PARTS.finditer(rest.text):
            part = rest[found.start() : found.end()].strip("，, ")
            if part := self._unnumbered(part):
                yield from _each_with_target(part)


def _each_with_target(part: Printed) -> Iterator[Printed]:
    """A text, or what commas part of it where each has a name and a target: 受助学生95人，补助资金12万元."""
    pieces = [part[own.start() : own.end()].strip() for own in _PIECES.finditer(part.text)]
    said = [part_target(piece, is_said=True) for piece in pieces]
    is_each = len(pieces) > 1 and all(len(name.text) > 1 and target for name, target in said)
    yield from pieces if is_each else (part,)


def _heads(label: str, text: str) -> bool:
    """True for 绩效指标, or a label of a level, beside a text that begins with one, or 满意度指标 beside a target."""
    found = find_label(label)
    is_of_grid = found is not None and not found.has_value and bool(found.kinds & BLOCKS_OF_GRID)
    is_level = level1_code(label) is not None
    return (is_of_grid or is_level) and (says_level(text) or (is_level and _is_said(Printed(text, range(len(text))))))


def _is_said(line: Printed) -> bool:
    """True for a short text of names with comparisons or percentages: 群众满意度≥90%；投诉率≤1%."""
    parts = [line[found.start() : found.end()].strip() for found in _PARTS.finditer(line.text)]
    said = [part_target(part, is_said=False) for part in parts if part]
    return len(line.text) <= _LONGEST_LINE and bool(said) and all(name and target for name, target in said)


@cache
def _inner_label() -> re.Pattern[str]:
    """A label of the framework with its number and its colon."""
    labels = sorted({row["label"] for row in vocabulary("indicator_labels")}, key=len, reverse=True)
    label = "|".join(map(re.escape, labels))
    return re.compile(rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．]\s*|[①-⑩])?(?P<label>(?:{label})指标)[：:]")


def labels_within(text: str) -> Iterator[str]:
    """The labels of the framework, each with its colon, that a text holds: 数量指标 of 数量指标：救助人次≥800人次."""
    for found in _inner_label().finditer(text):
        yield found["label"]


def _lines(cell: Printed) -> Iterator[Printed]:
    """The lines of a cell, each begun by a label of the framework behind a separator or a target: 12期质量指标：."""
    begins = [0]
    for found in _inner_label().finditer(cell.text):
        before = re.split("[；;。，,、\\s：:]", cell.text[begins[-1] : found.start()])[-1]
        if found.start() and (not before or any(map(str.isdigit, before))):
            begins.append(found.start())
    for begin, end in pairwise([*begins, len(cell.text)]):
        yield cell[begin:end].strip()


def _label_in(text: str) -> str:
    """What stands before a colon at the beginning of a text."""
    found = _LABEL.match(text)
    return found["label"] if found is not None and found.end() > found.end("label") else ""


def _indicator(
    whole: Printed, level1: Printed | None, level2: Printed | None, name: Printed, target: Printed | None
) -> PrintedIndicator:
    return PrintedIndicator(
        whole=whole,
        ordinal=None,
        level1=level1,
        level2=level2,
        code1=None,
        code2=None,
        name=name,
        cycle=None,
        annual=target,
    )
