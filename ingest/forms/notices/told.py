"""The projects that a notice tells in prose: the paragraphs that name them, tell of them and hold their indicators."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ingest.forms.departments.prose_lines import without_number
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid.lines import LevelLines, says_level
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.rows.titled import may_name_project
from ingest.forms.notices.titled import MONEY_ALONE, is_of_one_project, name_in_title
from ingest.forms.reading import Part, distinct
from ingest.grammar.places import find_place
from ingest.source.blocks import Line, Source
from ingest.source.printed import NOTHING, Printed, Texts, clean
from ingest.vocabulary import words

_LONGEST_NAME = 40
_LONGEST_TITLE = 80
_LONGEST_HEADING = 20
_FEWEST = 2
_NAME_ENDS = re.compile("[。：:；;，,（(]")
_QUOTES = re.compile("[“”‘’《》]")
_SENTENCE_END = re.compile("[。；;]")
_SENTENCE = re.compile(r"[^。]+")
GOAL = re.compile(r"(?:项目)?(?:(?:年度|总体){0,2}绩效(?:总体)?|^(?:年度|总体){1,2})目标(?:是|为)?[：:]\s*")
_PARAGRAPH_END = re.compile("[。；;：:]$")


Paragraph = tuple[int, ...]
"""The numbers of the lines that a paragraph is printed in."""


class Told(NamedTuple):
    """The paragraphs of a project: the one that names it, those that tell of it, and those with its indicators.

    ``is_titled`` where the title of the notice names it.
    """

    name: Paragraph
    said: tuple[Paragraph, ...] = ()
    indicators: tuple[Paragraph, ...] = ()
    is_titled: bool = False

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of all its lines."""
        return tuple(chain(self.name, *self.said, *self.indicators))


def told_projects(part: Part) -> list[Told]:
    """The projects that the paragraphs of a part tell; none where fewer than two indicators have a target.

    None of an evaluation: what it tells was achieved.
    """
    found: list[Told] = []
    if any(map(is_of_evaluation, distinct(part))):
        return []
    is_open, is_named = False, True
    for paragraph, printed in paragraphs_of(part):
        said, levels = parted(printed)
        if not paragraph:
            is_open = False
        elif name_of(printed):
            found.append(Told(paragraph, (), (paragraph,) if levels else ()))
            is_open = True
        elif levels:
            is_named = is_named and is_open and (not said or _begins_goal(found[-1], said))
            if is_open:
                own = found[-1]
                more = (*own.said, paragraph) if said else own.said
                found[-1] = own._replace(said=more, indicators=(*own.indicators, paragraph))
        elif is_open and not found[-1].indicators and _stands_alone(part, found[-1].name):
            found[-1] = found[-1]._replace(said=(*found[-1].said, paragraph))
        else:
            is_open = is_open and not without_number(printed)[0]
    found = [told for told in found if told.indicators]
    found = found if found and is_named else [] if found else [*_of_title(part)]
    return found if sum(_targets(part, told) for told in found) >= _FEWEST else []


def _begins_goal(told: Told, said: Printed) -> bool:
    """True for the goal of a project, before its indicators in the same paragraph."""
    return not told.indicators and GOAL.match(said.text) is not None


def parted(paragraph: Printed) -> tuple[Printed, Printed]:
    """What a paragraph says before its first sentence with a level, and what it says from there on."""
    for found in _SENTENCE.finditer(paragraph.text):
        if says_level(found[0].strip()):
            return paragraph[: found.start()].strip(), paragraph[found.start() :].strip()
    return paragraph, NOTHING


def _of_title(part: Part) -> Iterator[Told]:
    """The one project that the title names, where what follows are indicators of one project without a break."""
    paragraphs = [(own, text, *parted(text)) for own, text in paragraphs_of(part) if own]
    named = [(at, name_in_title(text)) for at, (_, text, _, _) in enumerate(paragraphs)]
    titles = [(at, name.text) for at, name in named if name]
    levels = [at for at, (_, _, _, own) in enumerate(paragraphs) if own]
    if len({name for _, name in titles}) != 1 or not levels or levels != [*range(levels[0], levels[-1] + 1)]:
        return
    first = titles[0][0]
    is_one = not any(said for _, _, said, _ in paragraphs[levels[0] + 1 : levels[-1] + 1])
    if first < levels[0] and is_one and is_of_one_project([paragraphs[at][1].text for at in levels]):
        above = [(own, said.text) for own, _, said, _ in paragraphs[first + 1 : levels[0] + 1]]
        goals, money = ([own for own, text in above if says.search(text)] for says in (GOAL, MONEY_ALONE))
        said = [own for found in (money, goals) if len(found) == 1 for own in found]
        yield Told(paragraphs[first][0], tuple(said), tuple(paragraphs[at][0] for at in levels), is_titled=True)


def paragraphs_of(part: Part) -> Iterator[tuple[Paragraph, Printed]]:
    """The paragraphs of a part with their texts; an empty one for a row of a table.

    A line goes on with the one above where that ends no sentence and is no heading of a number, and it has no number.
    """
    source, texts = part.source, part.texts
    open_lines: list[Line] = []
    for line in source.lines:
        own = [*texts[line.number].values()]
        text = own[0] if len(own) == 1 and not line.is_row else ""
        is_open = bool(open_lines) and bool(text) and not _is_alone(texts, open_lines)
        goes_on = is_open and not _ends(texts, open_lines[-1]) and not _begins(text)
        if open_lines and not goes_on:
            yield joined(source, open_lines)
            open_lines = []
        if text:
            open_lines.append(line)
        else:
            yield (), NOTHING
    if open_lines:
        yield joined(source, open_lines)


def joined(source: Source, lines: Sequence[Line]) -> tuple[Paragraph, Printed]:
    """A paragraph of some lines, with its text."""
    return tuple(line.number for line in lines), clean(source.text, [span for line in lines for span in line.cells])


def _ends(texts: Texts, line: Line) -> bool:
    """True for a line that ends a sentence, for the name of a project and for a numbered heading alone in its line."""
    (text,) = texts[line.number].values()
    printed = Printed(text, range(len(text)))
    is_heading = len(text) <= _LONGEST_HEADING and bool(without_number(printed)[0]) and _NAME_ENDS.search(text) is None
    return _PARAGRAPH_END.search(text) is not None or is_heading or bool(name_of(printed))


def _is_alone(texts: Texts, lines: Sequence[Line]) -> bool:
    """True for one line with the name of a body, or the title of a notice that names its project."""
    own = [text for line in lines for text in texts[line.number].values()]
    if len(own) != 1:
        return False
    is_body = is_name_of_body(own[0]) and find_place(own[0]) is not None
    return is_body or bool(name_in_title(Printed(own[0], range(len(own[0])))))


def _begins(text: str) -> bool:
    """True for a text that no paragraph goes on with: it has a number, or begins with a label of a goal or a level."""
    printed = Printed(text, range(len(text)))
    return bool(without_number(printed)[0]) or GOAL.match(text) is not None or says_level(text)


def _stands_alone(part: Part, name: Paragraph) -> bool:
    """True for the name of a project that is all its paragraph says."""
    texts = [text for number in name for text in part.texts[number].values()]
    return len(texts) == 1 and _NAME_ENDS.search(texts[0]) is None


def is_of_evaluation(text: str) -> bool:
    """True for a heading that speaks of an evaluation: 某项目绩效自评报告, 评价结论."""
    is_heading = len(text) < _LONGEST_TITLE and _SENTENCE_END.search(text) is None
    return is_heading and speaks(text, "evaluated_word")


def _targets(part: Part, told: Told) -> int:
    """How many indicators of a project have a target."""
    form = LabelledForm()
    lines = LevelLines(form)
    by_number = {line.number: line for line in part.source.lines}
    for paragraph in told.indicators:
        _, text = joined(part.source, [by_number[number] for number in paragraph])
        for sentence in sentences_of(parted(text)[1]):
            lines.take({0: sentence})
    return sum(own.annual is not None for own in form.indicators)


def name_of(line: Printed) -> Printed:
    """The project that a numbered paragraph names first; NOTHING where it names none."""
    number, text = without_number(line)
    end = _NAME_ENDS.search(text.text[:_LONGEST_NAME])
    is_told = number and (end is not None or len(text.text) < _LONGEST_NAME)
    name = text[: end.start() if end else len(text.text)].strip() if is_told else NOTHING
    return name if may_name_project(_QUOTES.sub("", name.text)) else NOTHING


def sentences_of(line: Printed) -> Iterator[Printed]:
    """The sentences of a paragraph."""
    for found in _SENTENCE.finditer(line.text):
        if sentence := line[found.start() : found.end()].strip():
            yield sentence


def around(part: Part, first: int) -> Iterator[int]:
    """The numbers of the lines above the first project that say what a notice is of, and of those that name a body."""
    for line in part.source.lines:
        for text in part.texts[line.number].values() if not line.is_row else ():
            says_goals = any(word in text for word in words("form_labels", "prose_title"))
            is_title = says_goals and len(text) < _LONGEST_TITLE and "。" not in text and text[-1] not in "：:"
            if (is_title and line.number < first) or is_name_of_body(text):
                yield line.number
