"""Indicators in lines of text: 产出指标：, below it 数量指标：救助人次≥800人次；办案件数50件."""

import re
from collections.abc import Iterator

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.labels import holds_amount
from ingest.grammar.labels import level1_code, level2_code, says_level2
from ingest.grammar.named_targets import part_target
from ingest.source.printed import NOTHING, Printed, PrintedCells

_LABEL = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?(?P<label>[^：:]{2,12})(?:[：:]\s*|$)")
_PARTS = re.compile(r"[^；;。]+")
_NUMBER = re.compile(r"指标\s*\d{1,2}\s*[：:、.]\s*")


def says_level(text: str) -> bool:
    """True for a line that begins with a label of the framework and a colon."""
    found = _LABEL.match(text)
    return found is not None and (level1_code(found["label"]) is not None or level2_code(found["label"]) is not None)


def goes_on(text: str) -> bool:
    """True for a line that goes on with a form: a label with its amount, a level with its indicators."""
    return holds_amount(text) or says_level(text)


class LevelLines:
    """Takes the lines of one form into ``form``, the first level carried down."""

    def __init__(self, form: LabelledForm) -> None:
        self._form = form
        self._level1 = NOTHING

    def take(self, cells: PrintedCells) -> bool:
        """Take a row of one such line; False for any other row, and where the form has a grid."""
        if len(cells) != 1 or self._form.grid is not None:
            return False
        (cell,) = cells.values()
        found = _LABEL.match(cell.text)
        if found is None or not says_level(cell.text):
            return False
        label, rest = cell[found.start("label") : found.end("label")], cell[found.end() :]
        is_first = level1_code(label.text) is not None and (level2_code(label.text) is None or not rest.text.strip())
        if is_first:
            self._level1 = label
        self._form.fillers.append(cell[: found.end()].strip())
        level2 = None if is_first else label
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
                yield part


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
