"""The cells of a level that is a column: a name beside its target, or all its names and targets in one cell.

A cell may print a name and its target in two lines, and behind the target the actual value: `路灯：≥620盏→630盏`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.signs import says_none
from ingest.grammar.labels import level1_code, says_level2
from ingest.grammar.named_targets import is_target_alone, part_target
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, Printed

_LEVEL_SAID = re.compile(r"([^：:\d\s]{2,10})[：:]\s*")
_PARTS = re.compile(r"[^；;]+")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①②③④⑤⑥⑦⑧⑨]|指标\d{1,2}[：:])(?!\d)\s*")
_FIRST_NUMBER = re.compile(r"\s*(?P<number>\d{1,2})(?P<sign>[.、．)）])(?!\d)")
_PAIR = 2
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85]|<")


def indicators_of_level(level: LevelColumn, cells: Mapping[int, Printed]) -> Iterator[PrintedIndicator]:
    """The indicators that a row prints of a level."""
    name = cells.get(level.name, NOTHING)
    if not says_something(name.text):
        return
    if level.value is not None:
        value = cells.get(level.value, NOTHING)
        actual = cells.get(level.actual, NOTHING) if level.actual is not None else NOTHING
        for target, own in _pairs(level, value) if level.sign else ((value, actual),):
            yield _indicator(level, name, target, own)
        return
    if (line := next((at for at, offset in enumerate(name.at) if offset in level.lines), 0)) > 0:
        for target, actual in _pairs(level, name[line:]):
            yield _indicator(level, name[:line].strip("：: "), target, actual)
        return
    for item in _items(name):
        numbered = _NUMBERING.match(item.text)
        part = item[numbered.end() :] if numbered else item
        if part and says_something(part.text):
            second, rest = _level_said(part)
            for own, actual in _pairs(level, rest):
                printed = _indicator(level, *_name_and_target(level, own), actual, second)
                yield replace(printed, whole=Printed("", range(item.span.start, printed.whole.span.end)))


def _items(cell: Printed) -> Iterator[Printed]:
    """The texts of the indicators of a cell, parted by semicolons and by numbers that go on: `1.巡查9公里2.核查6个`."""
    for found in _PARTS.finditer(cell.text):
        text, start, last = found[0], 0, found.start()
        first = _FIRST_NUMBER.match(text)
        due = int(first["number"]) + 1 if first else 0
        while first and (at := _place_of(text, f"{due}{first['sign']}", start + first.end())) is not None:
            yield cell[last : found.start() + at].strip("。 ")
            start, last, due = at, found.start() + at, due + 1
        yield cell[last : found.end()].strip("。 ")


def _place_of(text: str, number: str, start: int) -> int | None:
    """Where a number with its sign stands that is no part of a longer one."""
    at = text.find(number, start)
    while at >= 0 and (text[at - 1].isdigit() or text[at - 1] in ".．" or text[at + len(number) :][:1].isdigit()):
        at = text.find(number, at + 1)
    return at if at >= 0 else None


def _pairs(level: LevelColumn, printed: Printed) -> Iterator[tuple[Printed, Printed]]:
    """A text, a target last in it, and the actual value that a sign keeps apart from it; none where it is in doubt.

    A sign may be part of a unit: `≥1200元/户/1310元/户`.
    """
    cuts = [*re.finditer(level.sign, printed.text)] if level.sign else []
    parted = [(printed[: cut.start()].strip(), printed[cut.end() :].strip()) for cut in cuts]
    if not parted:
        yield printed, NOTHING
    elif len(parted) == 1:
        yield from parted
    else:
        alike = [(one, other) for one, other in parted if _unit_of(one) and _unit_of(one) == _unit_of(other)]
        yield from alike if len(alike) == 1 else ()


def _unit_of(printed: Printed) -> str:
    """The unit of the quantity that a text is, or that stands last in it; empty where none does."""
    target = read_target(printed.text)
    if not target.is_quantitative:
        target = read_target(part_target(printed, is_said=True)[1].text)
    return (target.unit or "") if target.is_quantitative else ""


def with_lines(
    levels: Sequence[LevelColumn], rows: Iterable[Mapping[int, Printed]], text: str
) -> tuple[LevelColumn, ...]:
    """The levels with the places in ``text`` where targets begin, where cells print them in a line below their names.

    So it is where a cell has no third line, no first one is a quantity, and half of the second ones are; none of the
    others holds one, as it would where a narrow column broke a sentence.
    """
    columns = [level.name for level in levels if level.value is None]
    found = [_lines(row[at], text) for row in rows for at in columns if at in row and says_something(row[at].text)]
    parted = [lines for lines in found if len(lines) > 1]
    below = [lines[1] for lines in parted]
    told = [line for line in below if is_target_alone(line)]
    is_so = all(len(lines) == _PAIR and not is_target_alone(lines[0]) for lines in parted)
    if not (is_so and told and 2 * len(told) >= len(below)):
        return tuple(levels)
    if any(part_target(line, is_said=True)[1] for line in below if line not in told):
        return tuple(levels)
    starts = frozenset(line.span.start for line in below)
    return tuple(replace(level, lines=starts) for level in levels)


def _lines(cell: Printed, text: str) -> list[Printed]:
    """The lines of a cell."""
    ends = [place for place in range(1, len(cell.at)) if _LINE_END.search(text, cell.at[place - 1] + 1, cell.at[place])]
    return [cell[low:high] for low, high in zip([0, *ends], [*ends, len(cell.text)], strict=True)]


def _level_said(part: Printed) -> tuple[str | None, Printed]:
    """The second level that an item begins with, and what stands behind it: `数量：维修学校6所`.

    `满意度：≥90%` is a name and its target.
    """
    said = _LEVEL_SAID.match(part.text)
    if said is None or not (says_level2(said[1]) or level1_code(said[1])):
        return None, part
    name, target = part_target(part[said.end() :], is_said=True)
    is_named = bool(target) and any(map(str.isalpha, name.text))
    return (said[1], part[said.end() :]) if is_named else (None, part)


def says_something(text: str) -> bool:
    """False for a cell that says that a level has no indicator: —, /, 无."""
    return any(map(str.isalnum, text)) and not says_none(text)


def _name_and_target(level: LevelColumn, own: Printed) -> tuple[Printed, Printed]:
    """The parts of an item; a target alone is one of what its column is called: ≥90% below 服务对象满意度."""
    if is_target_alone(own):
        return level.printed, own
    return part_target(own, is_said=True)


def _indicator(
    level: LevelColumn, name: Printed, value: Printed, actual: Printed, said: str | None = None
) -> PrintedIndicator:
    is_above = level.name < 0 or name is level.printed
    beside = [part.span for part in (name, value, actual) if part and (part is not name or not is_above)]
    whole = Printed("", range(beside[0].start, max(span.end for span in beside))) if beside else name
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
        actual=actual or None,
        note=level.note or None,
    )
