"""The parts of a department's goals in prose: its overall goal, then duties, each with its goal and indicators.

`一、总体绩效目标`, a text, `二、分项绩效目标`, `（一）河道管护`, `绩效目标：…`, `绩效指标：管护河道≥86公里；…`,
up to the next heading of the same numbering, a table, or the next part of the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.labels import fold_label
from ingest.grammar.named_targets import part_target
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import words

_NUMBER = re.compile(
    r"\s*+(?:(?P<chinese>[一二三四五六七八九十]{1,3}\s*[、.．])|(?P<bracketed>[（(][一二三四五六七八九十]{1,3}[)）][、.．]?)"
    r"|(?P<digit>\d{1,2}\s*(?:[、．]|\.(?!\d)))|(?P<round>[（(]\d{1,2}[)）][、.．]?)|(?P<circle>[①-⑳]))\s*+"
)
_PART = re.compile(r"\s*+第[一二三四五六七八九十]{1,3}部分\s*+")
_NAME_ENDS = re.compile("[。：:；;]")
_PIECE_ENDS = re.compile("[。；;]")
_LONGEST_HEADING = 24
_MOST_LINES_OF_A_GOAL = 12


@dataclass(slots=True)
class Duty:
    """A duty: its name, the texts of its goal, those of its indicators, a line each."""

    name: Printed
    goal: list[Printed] = field(default_factory=list)
    indicators: list[Printed] = field(default_factory=list)


@dataclass(slots=True)
class Prose:
    """The goals of a department; ``lines`` are the numbers of their lines, ``labels`` headings, numbers and labels."""

    lines: list[int] = field(default_factory=list)
    labels: list[Printed] = field(default_factory=list)
    goal: list[Printed] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    numbering: str | None = None
    has_duties: bool = False

    @property
    def is_whole(self) -> bool:
        """True once a duty with an indicator is read: nothing else is written so."""
        return any(duty.indicators for duty in self.duties)


def goals_in_prose(lines: Sequence[tuple[int, Printed | None]]) -> Iterator[Prose]:
    """The goals among lines, each with its number; None stands for a row of a table."""
    reader = _Reader()
    for number, line in lines:
        if not reader.take(number, line):
            if reader.prose.is_whole:
                yield reader.prose
            reader = _Reader()
            reader.take(number, line)
    if reader.prose.is_whole:
        yield reader.prose


def indicators_of(duty: Duty) -> list[Printed]:
    """The indicators of a duty, each with its target; a text that goes on in the next line is one."""
    found: list[Printed] = []
    is_open = False
    for line in duty.indicators:
        for piece in _pieces(line):
            goes_on = is_open and bool(found) and not (_has_target(found[-1]) and _has_target(piece))
            if goes_on and _NUMBER.match(piece.text) is None:
                found[-1] = found[-1].followed_by(piece)
            else:
                found.append(piece)
            is_open = False
        is_open = bool(line) and _PIECE_ENDS.match(line.text[-1]) is None
    return found


def numbering_of(text: str) -> str | None:
    """The kind of number that a text begins with (一、, （一）, 1., （1）, ①); None where it begins with none."""
    number = _NUMBER.match(text)
    return number.lastgroup if number else None


def without_number(printed: Printed) -> tuple[Printed, Printed]:
    """A number (1., （一）) and what stands behind it."""
    number = _NUMBER.match(printed.text)
    return (printed[: number.end()].strip(), printed[number.end() :]) if number else (NOTHING, printed)


def _pieces(line: Printed) -> Iterator[Printed]:
    start = 0
    for end in (*(own.start() for own in _PIECE_ENDS.finditer(line.text)), len(line.text)):
        if piece := line[start:end].strip():
            yield piece
        start = end + 1


def _has_target(piece: Printed) -> bool:
    name, target = part_target(without_number(piece)[1], is_said=True)
    return bool(name) and bool(target)


class _Reader:
    """Reads the lines of one prose; `take` is false for the first line that is none of it."""

    def __init__(self) -> None:
        self.prose = Prose()
        self._duties_numbered: str | None = None
        self._open: list[Printed] | None = None

    def take(self, number: int, line: Printed | None) -> bool:
        """Take a line; false for one that ends the goals, and for any line before their heading."""
        prose = self.prose
        if line is None or (_PART.match(line.text) and prose.lines) or is_title(line.text):
            return False
        numbered = _NUMBER.match(line.text)
        kind, rest = _heading(line)
        if kind is not None and not prose.has_duties:
            self._begin(line, kind, rest, numbered.lastgroup if numbered else None)
        elif not prose.lines or (numbered is not None and numbered.lastgroup == prose.numbering):
            return False
        elif prose.has_duties:
            self._take_of_duty(line, numbered)
        elif len(prose.goal) < _MOST_LINES_OF_A_GOAL:
            prose.goal.append(line)
        else:
            return False
        prose.lines.append(number)
        return True

    def _begin(self, line: Printed, kind: str, rest: Printed, numbering: str | None) -> None:
        prose = self.prose
        if prose.goal and kind == "goals_of_whole":
            self.prose = prose = Prose()
        prose.labels.append(line[: len(line.text) - len(rest.text)].strip())
        prose.numbering = numbering
        prose.has_duties = kind == "goals_of_duties"
        if rest and not prose.has_duties:
            prose.goal.append(rest)

    def _take_of_duty(self, line: Printed, numbered: re.Match[str] | None) -> None:
        prose, labels = self.prose, [*_labels().finditer(line.text)]
        before = line[: labels[0].start()] if labels else line
        number, text = without_number(before)
        is_listed = self._is_in_list() and numbered is not None and numbered.lastgroup != self._duties_numbered
        if numbered is not None and text and not is_listed:
            self._duties_numbered = self._duties_numbered or numbered.lastgroup
            self._begin_duty(text.strip())
            prose.labels.append(number)
        elif before and self._open is not None:
            self._open.append(before.strip())
        else:
            prose.labels.append(before.strip())
        ends = [*(own.start() for own in labels[1:]), len(line.text)]
        for label, end in zip(labels, ends, strict=False):
            if not prose.duties:
                prose.duties.append(Duty(NOTHING))
            prose.labels.append(line[label.start() : label.end()].strip())
            duty = prose.duties[-1]
            self._open = duty.indicators if label["indicators"] else duty.goal
            if text := line[label.end() : end].strip():
                self._open.append(text)

    def _is_in_list(self) -> bool:
        return bool(self.prose.duties) and self._open is self.prose.duties[-1].indicators

    def _begin_duty(self, text: Printed) -> None:
        end = _NAME_ENDS.search(text.text)
        duty = Duty(text[: end.start()].strip() if end else text)
        self.prose.duties.append(duty)
        self._open = duty.goal
        if end and (rest := text[end.end() :].strip()):
            duty.goal.append(rest)
        if end:
            self.prose.labels.append(text[end.start() : end.end()])


def _heading(line: Printed) -> tuple[str | None, Printed]:
    """The heading of the overall goal or of the duties' goals that a line begins with, and what follows its colon."""
    part = _PART.match(line.text)
    text = line[part.end() :] if part else line
    number, behind = without_number(text)
    del number
    colon = re.search("[：:]", behind.text[:_LONGEST_HEADING])
    head = behind[: colon.start()] if colon else behind
    for kind in ("goals_of_whole", "goals_of_duties"):
        if len(head.text) <= _LONGEST_HEADING and fold_label(head.text) in words("form_labels", kind):
            return kind, behind[colon.end() :].strip() if colon else NOTHING
    return None, NOTHING


@cache
def _labels() -> re.Pattern[str]:
    """`绩效目标：` and `绩效指标：`, at the begin of a line or behind the end of a sentence."""
    goal, indicators = ("|".join(words("form_labels", kind)) for kind in ("goal_of_duty", "indicators_of_duty"))
    number = r"(?:[（(]?\d{1,2}[)）、.．]\s?)?"
    return re.compile(rf"(?:^|(?<=[。；;，,\s])){number}(?:(?P<indicators>{indicators})|{goal})[：:]\s*+")
