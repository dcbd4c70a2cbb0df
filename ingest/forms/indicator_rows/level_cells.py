"""The cells of a level that is a column: a name beside its target, or all its names and targets in one cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingest.forms.indicator_rows.headers.columns import LevelColumn
from ingest.forms.indicators import PrintedIndicator
from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.named_targets import part_target
from ingest.source.printed import NOTHING, Printed, fold
from ingest.vocabulary import words

_LEVEL_SAID = re.compile(r"([^：:\d\s]{2,10})[：:]\s*")
_PARTS = re.compile(r"[^；;]+")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①②③④⑤⑥⑦⑧⑨]|指标\d{1,2}[：:])(?!\d)\s*")


def indicators_of_level(level: LevelColumn, cells: Mapping[int, Printed]) -> Iterator[PrintedIndicator]:
    """The indicators that a row prints of a level."""
    name = cells.get(level.name, NOTHING)
    if level.value is not None:
        value = cells.get(level.value, NOTHING)
        if name and says_something(name.text):
            yield _indicator(level, name, value)
        return
    for found in _PARTS.finditer(name.text):
        item = name[found.start() : found.end()].strip("。 ")
        numbered = _NUMBERING.match(item.text)
        part = item[numbered.end() :] if numbered else item
        if part and says_something(part.text):
            second, rest = _level_said(part)
            printed = _indicator(level, *part_target(rest, is_said=True), second)
            yield replace(printed, whole=Printed("", range(item.span.start, printed.whole.span.end)))


def _level_said(part: Printed) -> tuple[str | None, Printed]:
    """The second level that an item begins with, and what stands behind it: `数量：维修学校6所`.

    `满意度：≥90%` is a name and its target.
    """
    said = _LEVEL_SAID.match(part.text)
    if said is None or not (level2_code(said[1]) or level1_code(said[1])):
        return None, part
    name, target = part_target(part[said.end() :], is_said=True)
    is_named = bool(target) and any(map(str.isalpha, name.text))
    return (said[1], part[said.end() :]) if is_named else (None, part)


def says_something(text: str) -> bool:
    """False for a cell that says that a level has no indicator: —, /, 无."""
    return any(map(str.isalnum, text)) and fold(text) not in words("form_labels", "nothing_word")


def _indicator(level: LevelColumn, name: Printed, value: Printed, said: str | None = None) -> PrintedIndicator:
    whole = Printed("", range(name.span.start, max(name.span.end, value.span.end)))
    is_first = level.above is None and level1_code(level.label) is not None
    first, second = (level.label, said) if is_first else (level.above, level.label)
    return PrintedIndicator(
        whole=whole,
        ordinal=None,
        level1=Printed(first, range(0)) if first else None,
        level2=Printed(second, range(0)) if second else None,
        code1=None,
        code2=None,
        name=name,
        cycle=None,
        annual=value or None,
    )
