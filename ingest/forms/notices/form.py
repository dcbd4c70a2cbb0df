"""Goals and indicators of projects in the prose of a notice, paragraphs of each project and those of its indicators.

Published with transfers by towns and counties (关于某资金项目绩效目标的公示), without any table:
`一、某项目。安排资金63万元。项目总体绩效目标是：…。`, `（一）产出指标。数量指标：改造圈棚≥80座；…；质量指标：…。`
The name may stand alone in its line, money and goal in paragraphs of their own, paragraphs broken over lines of a page.
"""

import re
from collections.abc import Mapping, Sequence

from ingest.forms.departments.prose_lines import without_number
from ingest.forms.heading import read_heading_line
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.grid.lines import LevelLines
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.notices.titled import name_in_title
from ingest.forms.notices.told import GOAL, Paragraph, name_of, parted, sentences_of, told_projects
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.grammar.government_levels import level_named
from ingest.source.blocks import Line
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed

_TITLES = ("target_title", "prose_title")
_AMOUNT = re.compile(
    r"(?P<label>[^\d，,。；;：:（）()]{0,20})(?P<amount>(?<![\d,.])\d[\d,]*+(?:\.\d++)?(?P<unit>亿元|万元|元))"
)
# 现将绩效目标设定如下：
_LEADS_ON = re.compile(r"(?:现将|现就|现予|具体)[^。：:]{0,30}(?:如下|公示|公开)[：:。]?$")
_BY = re.compile(r"由(?P<name>[^，,。；;（(]{4,30}?)(?:负责)?(?:组织)?实施")


def _evidence(part: Part) -> Mapping[str, str]:
    """Projects with indicators in prose."""
    found = part.ask(told_projects)
    return {"target_form": f"projects in prose, line {found[0].name[0]}"} if found else {}


def _read(part: Part, ledger: Ledger) -> FormReading:
    """Read the projects of a notice. Never raises: what is not understood stays unbooked."""
    reading, lines = FormReading(), {line.number: line for line in part.source.lines}
    told, bodies = part.ask(told_projects), dict[str, Printed]()
    own = {number for project in told for number in project.lines}
    for line in part.source.lines:
        for cell in ledger.cells(line).values() if line.number not in own else ():
            if is_name_of_body(cell.text):
                bodies.setdefault(cell.text, cell)
            elif not read_heading_line(ledger, reading, cell, _TITLES):
                ledger.leave(cell, "a line outside the form")
    reading.bodies += bodies
    for project in told:
        form = LabelledForm()
        paragraphs = dict.fromkeys((project.name, *project.said, *project.indicators))
        texts = {paragraph: parted(_booked(ledger, lines, paragraph)) for paragraph in paragraphs}
        first, *said = (texts[paragraph][0] for paragraph in (project.name, *project.said))
        _read_title(reading, form, first) if project.is_titled else _read_project(form, first)
        for paragraph in said:
            _read_said(form, paragraph)
        if len(bodies) == 1 and project is told[0]:
            whose = "form_department" if "form_unit" in form.names else "form_unit"
            form.names[whose] = next(iter(bodies.values()))
        taken = LevelLines(form)
        for told_in in project.indicators:
            for sentence in sentences_of(texts[told_in][1]):
                if not taken.take({0: sentence}):
                    form.unread.append(sentence)
        land_form(ledger, reading, form)
    return reading


def _read_project(form: LabelledForm, line: Printed) -> None:
    """Read the paragraph of a project: its name, and what it says behind it."""
    number, _ = without_number(line)
    name = name_of(line)
    form.fillers.append(number)
    form.values["project_name"] = [name]
    _read_said(form, line[line.text.index(name.text) + len(name.text) :])


def _read_title(reading: FormReading, form: LabelledForm, title: Printed) -> None:
    """Read the title of a notice that names its one project."""
    name = name_in_title(title)
    at = title.text.index(name.text)
    form.fillers += [part for part in (title[:at].strip(), title[at + len(name.text) :].strip()) if part]
    form.values["project_name"] = [name]
    reading.heading += title.text + "\n"


def _read_said(form: LabelledForm, text: Printed) -> None:
    """Read what is said of a project: who carries it out, its amount and what that consists of, its goal."""
    goal = GOAL.search(text.text) if "annual_goal" not in form.values else None
    before = text[: goal.start()] if goal else text
    amounts = [] if form.money else [*_AMOUNT.finditer(before.text)]
    rest, told = [before], list[tuple[int, int]]()
    if len(amounts) == 1 or (amounts and _is_composed(before.text, amounts)):
        ends = [0, *(own.end() for own in amounts)]
        for own, end in zip(amounts, ends, strict=False):
            label, amount = before[own.start("label") : own.end("label")], before[own.start("amount") : own.end()]
            kind = "annual_total" if own is amounts[0] else "source_fiscal_part"
            form.money.append(MoneyCell(kind, ("sentence", 0), label.strip("、，, "), amount, own["unit"]))
            told.append((end, own.start("amount")))
        closed = ends[-1] + (len(amounts) > 1)  # behind the bracket
        told.append((ends[-1], closed))
        rest = [before[closed:]]
    acting = _acting(before) if told and "form_unit" not in form.names else None
    if acting is not None:
        low, high = acting
        form.names["form_unit"] = before[low:high]
        told = [(0, low), (high, told[0][1]), *told[1:]]
    form.fillers += [part for low, high in told if (part := before[low:high].strip())]
    form.unread += [part for left in rest if (part := left.strip("，,。：:）) "))]
    if goal:
        form.fillers.append(text[goal.start() : goal.end()].strip())
        said = text[goal.end() :]
        leads_on = _LEADS_ON.search(said.text)
        form.values["annual_goal"] = [said[: leads_on.start() if leads_on else len(said.text)].strip()]
        form.fillers += [said[leads_on.start() :].strip()] if leads_on else []


def _acting(text: Printed) -> tuple[int, int] | None:
    """Where the body stands that carries a project out, left of its first amount: 由某中心组织实施, 安排资金63万元."""
    first = _AMOUNT.search(text.text)
    found = _BY.search(text.text, 0, first.start("amount") if first else 0)
    return (found.start("name"), found.end("name")) if found and is_name_of_body(found["name"]) else None


def _is_composed(text: str, amounts: Sequence[re.Match[str]]) -> bool:
    """True for an amount with those of levels of government in brackets right behind it."""
    first, *others = amounts
    are_levels = all(level_named(own["label"].strip("、，, ")) is not None for own in others)
    return are_levels and text[first.end() : first.end() + 1] in ("（", "(")


def _booked(ledger: Ledger, lines: Mapping[int, Line], paragraph: Paragraph) -> Printed:
    """The text of a paragraph; what parts its lines is booked as layout."""
    return ledger.printed([span for number in paragraph for span in lines[number].cells])


NOTICE = Form("target_form", "table", _evidence, never_continues, _read)
