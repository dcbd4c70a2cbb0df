"""The cells of a level that is a column: a name beside its target, or all its names and targets in one cell."""

import re
from collections.abc import Iterator, Mapping

from ingest.forms.indicator_rows.headers.columns import LevelColumn
from ingest.forms.indicators import PrintedIndicator
from ingest.grammar.named_targets import target_start
from ingest.source.printed import NOTHING, Printed

_PARTS = re.compile(r"[^；;]+")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①②③④⑤⑥⑦⑧⑨]|指标\d{1,2}[：:])(?!\d)\s*")


def indicators_of_level(level: LevelColumn, cells: Mapping[int, Printed]) -> Iterator[PrintedIndicator]:
    """The indicators that a row prints of a level."""
    name = cells.get(level.name, NOTHING)
    if level.value is not None:
        value = cells.get(level.value, NOTHING)
        if name:
            yield _indicator(level, name, value)
        return
    for found in _PARTS.finditer(name.text):
        part = name[found.start() : found.end()].strip("。 ")
        numbered = _NUMBERING.match(part.text)
        part = part[numbered.end() :] if numbered else part
        if part:
            start = target_start(part.text, is_said=True)
            yield _indicator(level, part[:start].strip("：: "), part[start:].strip() if start else NOTHING)


def _indicator(level: LevelColumn, name: Printed, value: Printed) -> PrintedIndicator:
    whole = Printed("", range(name.span.start, max(name.span.end, value.span.end)))
    return PrintedIndicator(
        whole=whole,
        ordinal=None,
        level1=Printed(level.label, range(0)),
        level2=None,
        code1=None,
        code2=None,
        name=name,
        cycle=None,
        annual=value or None,
    )
