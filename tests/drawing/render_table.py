"""A drawn document as a typed table: one row a line, cells separated by tabs, pages by blank lines."""

import html
import re
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.drawing.document import Document, Project, figures_of
from tests.drawing.expected import Drawn, expected_rows, settle
from tests.drawing.printing import (
    HEADER,
    TITLE,
    ListStyle,
    print_amount,
    print_indicators,
    restyle_project,
    typed_half_width,
)

_MEASURES = ("total", "fiscal", "special_account", "other")


def render_table(document: Document, random: Random) -> Drawn:
    """Print ``document``; widths of punctuation, tags and page breaks are drawn from ``random``."""
    document, narrow = _narrowed(settle(document), random)
    page = _Page(random)
    lines = [*_heading(document, random, page.money_unit), "\t".join(HEADER)]
    lines.append(page.row("合计", figures_of(document.projects)))
    printed = 0
    for unit in document.units:
        lines.append(page.row(unit.name, figures_of(unit.projects)))
        for project in unit.projects:
            lines.extend(page.break_before(printed))
            lines.extend(page.project(project, is_narrow=printed >= narrow))
            printed += 1
    ending = random.choice(("\n", "\n\n\n", ""))
    return Drawn("\n".join(lines) + ending, expected_rows(document, "table"))


def _narrowed(document: Document, random: Random) -> tuple[Document, int]:
    """Half-width punctuation from some project on; gives the number of projects before it."""
    count = len(document.projects)
    first = random.randrange(count) if random.random() < 0.3 else count
    seen = 0
    units = []
    for unit in document.units:
        projects = []
        for project in unit.projects:
            projects.append(restyle_project(project, typed_half_width) if seen >= first else project)
            seen += 1
        units.append(replace(unit, projects=tuple(projects)))
    return replace(document, units=tuple(units)), first


def _heading(document: Document, random: Random, money_unit: str) -> list[str]:
    mark = random.choice(("", "### ", "# ", "## "))
    year = f"{document.year}年" if document.year_printed else ""
    department = document.department if random.random() < 0.5 and year else ""
    title = f"{mark}{department}{year}{TITLE}"
    if random.random() < 0.3:
        return ["", title, "", f"部门名称：{document.department} 单位：{money_unit}", ""]
    return ["", "", title, "", f"部门名称：{document.department}", "", f"单位：{money_unit}", ""]


class _Page:
    """Prints the rows of one document in one manner."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.grouped = random.random() < 0.9
        self.money_unit = "元" if random.random() < 0.06 else "万元"
        self.repeats_header = random.random() < 0.6
        self.tag_share = random.choice((0.0, 0.2, 0.6))

    def break_before(self, printed: int) -> list[str]:
        """Now and then the end of a page."""
        if self.random.random() >= 0.2:
            return []
        number = [f"- {printed + 1} -", ""] if self.random.random() < 0.1 else []
        return ["", *number, "\t".join(HEADER)] if self.repeats_header else ["", *number]

    def row(self, name: str, figures: dict[str, Decimal], goal: str = "", indicators: str = "") -> str:
        """A row of seven cells."""
        factor = 10000 if self.money_unit == "元" else 1
        amounts = [
            print_amount(figures[measure] * factor, self.grouped) if measure in figures else "" for measure in _MEASURES
        ]
        return "\t".join([name, *amounts, goal, indicators])

    def project(self, project: Project, is_narrow: bool) -> list[str]:
        """A project's row; its last cells may be marked up, or go on in a row of the next page."""
        colon = "：" if self.random.random() < 0.2 else ":"
        style = ListStyle(";" if is_narrow else "；", colon, no_stop=0.02, stop_for_separator=0.03)
        indicators = print_indicators(project.indicators, self.random, style)
        goal = project.annual_goal or ""
        if self.random.random() < self.tag_share:
            goal, indicators = self._paragraphs(goal), self._paragraph(indicators)
        elif len(indicators) > 20 and self.random.random() < 0.03:
            at = self.random.randint(10, len(indicators) - 1)
            rest = self.row("", {}, "", indicators[at:])
            header = ["\t".join(HEADER)] if self.repeats_header else []
            return [self.row(project.name, figures_of([project]), goal, indicators[:at]), "", *header, rest]
        return [self.row(project.name, figures_of([project]), goal, indicators)]

    def _paragraphs(self, text: str) -> str:
        if self.random.random() < 0.5:
            return self._paragraph(text)
        return " ".join(map(self._paragraph, re.findall(r"[^。]+。?", text)))

    def _paragraph(self, text: str) -> str:
        if not text:
            return ""
        escaped = html.escape(text, quote=False)
        if self.random.random() < 0.2:
            escaped = escaped.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("·", "&middot;")
        return f"<p>{'&nbsp;' if self.random.random() < 0.1 else ''}{escaped}</p>"
