"""Goals and indicators of projects in the prose of a notice, a paragraph of each project and those of its indicators.

Published with transfers by towns and counties (关于某资金项目绩效目标的公示), without any table:
`一、某项目。安排资金63万元。项目总体绩效目标是：…。`, `（一）产出指标。数量指标：改造圈棚≥80座；…；质量指标：…。`
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ingest.forms.departments.prose_lines import without_number
from ingest.forms.heading import read_heading_line
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.grid.lines import LevelLines, says_level
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.labelled.rows.titled import may_name_project
from ingest.forms.reading import Form, FormReading, Part, distinct, never_continues
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import words

_LONGEST_NAME = 40
_LONGEST_TITLE = 80
_FEWEST = 2
_TITLES = ("target_title", "prose_title")
_NAME_ENDS = re.compile("[。：:；;，,（(]")
_SENTENCE_END = re.compile("[。；;]")
_SENTENCE = re.compile(r"[^。]+")
_GOAL = re.compile(r"(?:项目)?(?:年度|总体){0,2}绩效(?:总体)?目标(?:是|为)?[：:]\s*")
_AMOUNT = re.compile(
    r"(?P<label>[^\d，,。；;：:（）()]{0,20})(?P<amount>(?<![\d,.])\d[\d,]*+(?:\.\d++)?(?P<unit>亿元|万元|元))"
)


class Told(NamedTuple):
    """The numbers of the lines of a project: of the paragraph that names it, and of those below with its indicators."""

    name: int
    indicators: tuple[int, ...]


def told_projects(part: Part) -> list[Told]:
    """The projects that the paragraphs of a part tell; none where fewer than two indicators have a target.

    None of an evaluation: what it tells was achieved.
    """
    found: list[Told] = []
    if any(map(_is_of_evaluation, distinct(part))):
        return []
    is_open = False
    for line in part.source.lines:
        texts = [*part.texts[line.number].values()]
        if len(texts) != 1 or line.is_row:
            is_open = False
            continue
        printed = Printed(texts[0], range(len(texts[0])))
        if _name(printed):
            found.append(Told(line.number, ()))
            is_open = True
        elif is_open and any(says_level(own.text) for own in _sentences(printed)):
            found[-1] = found[-1]._replace(indicators=(*found[-1].indicators, line.number))
    found = [told for told in found if told.indicators]
    return found if sum(_targets(part, told) for told in found) >= _FEWEST else []


def _is_of_evaluation(text: str) -> bool:
    """True for a heading that speaks of an evaluation: 某项目绩效自评报告, 评价结论."""
    is_heading = len(text) < _LONGEST_TITLE and _SENTENCE_END.search(text) is None
    return is_heading and speaks(text, "evaluated_word")


def _targets(part: Part, told: Told) -> int:
    """How many indicators of a project have a target."""
    form = LabelledForm()
    lines = LevelLines(form)
    for number in told.indicators:
        for text in part.texts[number].values():
            for sentence in _sentences(Printed(text, range(len(text)))):
                lines.take({0: sentence})
    return sum(own.annual is not None for own in form.indicators)


def _name(line: Printed) -> Printed:
    """The project that a numbered paragraph names first; NOTHING where it names none."""
    number, text = without_number(line)
    end = _NAME_ENDS.search(text.text[:_LONGEST_NAME])
    name = text[: end.start()].strip() if number and end else NOTHING
    return name if may_name_project(name.text) else NOTHING


def _sentences(line: Printed) -> Iterator[Printed]:
    for found in _SENTENCE.finditer(line.text):
        if sentence := line[found.start() : found.end()].strip():
            yield sentence


def around(part: Part) -> Iterator[int]:
    """The numbers of the lines above the projects that say what a notice is of, and of those that name a body alone."""
    first = min((told.name for told in part.ask(told_projects)), default=0)
    for line in part.source.lines:
        for text in part.texts[line.number].values() if not line.is_row else ():
            says_goals = any(word in text for word in words("form_labels", "prose_title"))
            is_title = says_goals and len(text) < _LONGEST_TITLE and "。" not in text and text[-1] not in "：:"
            if (is_title and line.number < first) or is_name_of_body(text):
                yield line.number


def _evidence(part: Part) -> Mapping[str, str]:
    """Projects with indicators in prose."""
    found = part.ask(told_projects)
    return {"target_form": f"projects in prose, line {found[0].name}"} if found else {}


def _read(part: Part, ledger: Ledger) -> FormReading:
    """Read the projects of a notice. Never raises: what is not understood stays unbooked."""
    reading, lines = FormReading(), {line.number: line for line in part.source.lines}
    told, bodies = part.ask(told_projects), dict[str, Printed]()
    own = {number for project in told for number in (project.name, *project.indicators)}
    for line in part.source.lines:
        for cell in ledger.cells(line).values() if line.number not in own else ():
            if is_name_of_body(cell.text):
                bodies.setdefault(cell.text, cell)
            elif not read_heading_line(ledger, reading, cell, _TITLES):
                ledger.leave(cell, "a line outside the form")
    reading.bodies += bodies
    for project in told:
        form = LabelledForm()
        if len(bodies) == 1 and project is told[0]:
            form.names["form_unit"] = next(iter(bodies.values()))
        _read_project(form, ledger.printed(lines[project.name].cells))
        taken = LevelLines(form)
        for number in project.indicators:
            for sentence in _sentences(ledger.printed(lines[number].cells)):
                if not taken.take({0: sentence}):
                    form.unread.append(sentence)
        land_form(ledger, reading, form)
    return reading


def _read_project(form: LabelledForm, line: Printed) -> None:
    """Read the paragraph of a project: its name, the one amount that it prints, its goal."""
    number, _ = without_number(line)
    name = _name(line)
    behind = line[line.text.index(name.text) + len(name.text) :]
    goal = _GOAL.search(behind.text)
    before = behind[: goal.start()] if goal else behind
    form.fillers.append(number)
    form.values["project_name"] = [name]
    amounts = [*_AMOUNT.finditer(before.text)]
    rest = [before]
    if len(amounts) == 1:
        (said,) = amounts
        label, amount = before[said.start("label") : said.end("label")], before[said.start("amount") : said.end()]
        form.money.append(MoneyCell("annual_total", ("sentence", 0), label.strip(), amount, said["unit"]))
        form.fillers.append(before[: said.start("amount")].strip())
        rest = [before[said.end() :]]
    form.unread += [own for part in rest if (own := part.strip("，,。：: "))]
    if goal:
        form.fillers.append(behind[goal.start() : goal.end()].strip())
        form.values["annual_goal"] = [behind[goal.end() :].strip()]


NOTICE = Form("target_form", "table", _evidence, never_continues, _read)
