"""Reports 绩效评价报告, 绩效自评报告: prose and tables of scored indicators; the title or a heading names the project.

Published with final accounts, and by 财政局 of what third parties evaluate. Money stands in tables below the heading
or in prose: there it is taken where a rate of execution printed beside it proves which amounts are budget and spending.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.forms.heading import read_heading_line, read_year_line
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.labels import read_label, speaks
from ingest.forms.labelled.reader import read_form
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.labelled.rows.titled import may_name_project
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.forms.reports.money import take_money
from ingest.forms.reports.parts import NUMBERED, OF_YEAR, Section, names_department, reports, title_words
from ingest.forms.reports.scored import scored_in
from ingest.grammar.places import place_by_name
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, fold

_BEFORE_NAME = re.compile(r"(?:(?P<body>[^关]{4,30})?关于)?\s*+(?:20\d\d年度?)?")
_BEHIND_NAME = re.compile(r"(?:20\d\d年度?)?(?:财政)?(?:重点)?(?:(?:项目)?支出)?(?:财政)?(?:重点)?的?$")
_OWNER = re.compile(r"[\u4e00-\u9fff（）()]{2,24}?(?=20\d\d\s?年)")
_SHORTEST_REST = 2
_QUOTED = re.compile(r"[“《](?P<name>[^“”《》]++)[”》]")
_SPENDING = "支出"
_NAME = "project_name"
_YEAR = re.compile(r"20\d\d年度?")


def evidence(part: Part) -> Mapping[str, str]:
    """The title of a report with a table of scored indicators behind it."""
    found = part.ask(reports)
    return {"self_evaluation": f"a report, line {found[0].title[-1]}"} if found else {}


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the reports. Never raises: what is not understood stays unbooked."""
    reading, lines = FormReading(), {line.number: line for line in part.source.lines}
    for report in part.ask(reports):
        names: dict[str, Printed] = {}
        for number in report.cover:
            _read_cover(ledger, reading, ledger.printed(lines[number].cells), names)
        titles = _in_one_line([ledger.printed(lines[at].cells) for at in report.title])
        title, name = _read_title(ledger, reading, titles, names)
        name = names.pop(_NAME, name) if len(report.sections) == 1 else NOTHING
        for section in report.sections:
            _read_section(ledger, reading, part, section, (title, name, names))
    return reading


def _read_section(
    ledger: Ledger,
    reading: FormReading,
    part: Part,
    section: Section,
    above: tuple[Printed, Printed, Mapping[str, Printed]],
) -> None:
    """Read what a report says of one project; ``above`` are title, name and bodies of the whole report.

    A single heading is no name where the title has one.
    """
    title, name, names = above
    lines = {line.number: line for line in part.source.lines}
    heading = ledger.printed(lines[section.heading].cells) if section.heading is not None else NOTHING
    if heading and name:
        ledger.leave(heading, "a line outside the form")
    elif heading:
        number = NUMBERED.match(heading.text)
        begin = number.end() if number else 0
        ledger.label(heading[:begin].strip())
        name = heading[begin:].strip()
    rows = [cells for number in section.table if (cells := ledger.cells(lines[number]))]
    form = read_form(title, rows, reading.money_unit)
    form.names = {**form.names, **names}
    form.values.setdefault(_NAME, [name] if name else [])  # a table of the cover may print it
    if section.scored and (scored := scored_in(part, section.scored)) is not None:
        scored.take_into(form)
    if section.money:
        take_money(form, ledger.printed([span for number in section.money for span in lines[number].cells]))
    land_form(ledger, reading, form)


def _read_cover(ledger: Ledger, reading: FormReading, line: Printed, names: dict[str, Printed]) -> None:
    label = read_label(line)
    kinds = [kind for kind in (_NAME, "form_unit", "form_department") if label is not None and kind in label.kinds]
    if label is not None and kinds and label.value:
        ledger.label(label.label)
        if names.setdefault(kinds[0], label.value) is not label.value:
            ledger.leave(label.value, "a line outside the form")
    elif names_department(line.text):
        if names.setdefault("form_department", line) is not line:
            ledger.leave(line, "a line outside the form")
    elif year := OF_YEAR.search(line.text):
        reading.above += year["year"] + "\n"
        ledger.leave(line, "a line outside the form")
    elif not read_year_line(ledger, reading, line):
        ledger.leave(line, "a line outside the form")


def _read_title(
    ledger: Ledger, reading: FormReading, lines: Sequence[Printed], names: dict[str, Printed]
) -> tuple[Printed, Printed]:
    """The title, and the project's name in it or in a line of its own above it."""
    *above, title = lines
    word = next(word for word in title_words() if fold(title.text).endswith(fold(word)))
    before = title[: len(title.text) - len(word)].strip()
    owner = _owner(before.text)
    match = _BEFORE_NAME.match(before.text, len(owner))
    begin, of_body = (match.end(), match.end("body")) if match else (0, 0)
    end = match.start() if (match := _BEHIND_NAME.search(before.text)) else len(before.text)
    whole_name = before[begin:].strip()
    spent = len(whole_name.text.removesuffix(_SPENDING))
    inside = [*_quoted(before), before[begin:end].strip(), whole_name[:spent], whole_name]
    alone = [line for line in reversed(above) if not is_name_of_body(line.text)]
    begins = [_begin(line.text) for line in alone[:1]]
    candidates = [line[begin:] if begin else line for line, begin in zip(alone, begins, strict=False)]
    name = next((own for own in (*inside, *candidates) if may_name_project(_YEAR.sub("", own.text))), NOTHING)
    of_body = len(owner) if name and is_name_of_body(owner) and of_body <= 0 else of_body
    if name in inside:
        start = title.text.index(name.text)
        if is_name_of_body(title.text[: max(of_body, 0)]) and "form_department" not in names:
            names["form_department"] = title[:of_body]
            ledger.label(title[of_body:start].strip())
        else:
            ledger.label(title[:start].strip())
        ledger.label(title[start + len(name.text) :].strip())
        reading.heading += title.text + "\n"
    else:
        read_heading_line(ledger, reading, title, ("report_title",))
    whole = next((line for line in above if speaks(line.text, "overall_title")), NOTHING)
    if whole:  # 某县2023年度部门整体支出 / 绩效评价自评报告
        read_heading_line(ledger, reading, whole, ("overall_title",))
    for line in above:
        if line is whole:
            continue
        if names_department(line.text):
            names.setdefault("form_department", line)
        elif line is alone[0] and name in candidates and begins[0]:
            _take_owner(ledger, reading, line[: begins[0]], names)
        elif line is not name:
            ledger.leave(line, "a line outside the form")
    return whole or title, name


def _take_owner(ledger: Ledger, reading: FormReading, before: Printed, names: dict[str, Printed]) -> None:
    """Take what stands before a name in its line: whose project it is, and its year."""
    owner = before[: len(_owner(before.text))]
    if is_name_of_body(owner.text) and names.setdefault("form_department", owner) is owner:
        ledger.label(before[len(owner.text) :].strip())
    else:
        ledger.label(before.strip())
    reading.heading += before.text + "\n"


def _begin(line: str) -> int:
    """Where the name in a line begins: behind whose it is and its year; 0 where these are not printed."""
    owner = _owner(line)
    year = _YEAR.match(line, len(owner)) if owner else None
    return year.end() if year else 0


def _in_one_line(lines: Sequence[Printed]) -> Sequence[Printed]:
    """The lines of a title, the last two as one where a project's name goes on: 某市2023年小区改造 / 专项资金报告."""
    *above, title = lines
    word = next(word for word in title_words() if fold(title.text).endswith(fold(word)))
    rest = title.text[: len(title.text) - len(word)].strip()
    rest = rest[: match.start()] if (match := _BEHIND_NAME.search(rest)) else rest
    if not above or len(rest) < _SHORTEST_REST or may_name_project(rest):
        return lines
    first = above[-1].text
    joined = _YEAR.sub("", first[len(_owner(first)) :] + rest)
    if is_name_of_body(first) or not may_name_project(joined):
        return lines
    return [*above[:-1], above[-1].followed_by(title)]


def _owner(title: str) -> str:
    """The place or the body that stands before the year of a title: 某市2023年小区改造专项资金; empty for none."""
    found = _OWNER.match(title)
    is_owner = found is not None and (is_name_of_body(found[0]) or place_by_name(found[0]) is not None)
    return found[0] if found is not None and is_owner else ""


def _quoted(title: Printed) -> Iterator[Printed]:
    """What a title prints in quotation marks: 关于“2023年某中心建设项目”绩效评价结果的公示."""
    for found in _QUOTED.finditer(title.text):
        yield title[found.start("name") : found.end("name")]


REPORT = Form("self_evaluation", "table", evidence, never_continues, read)
