"""A drawn document as the text layer of a PDF: cells wrapped, one after another, columns gone.

Blank cells vanish, so that only documents whose rows fill the same leading sources can be told from the text.
"""

import re
from decimal import Decimal
from random import Random

from tests.drawing.document import Document, Project, figures_of
from tests.drawing.expected import Drawn, expected_rows, settle
from tests.drawing.printing import HEADER, TITLE, ListStyle, print_amount, print_indicators

_INDENT = "    "
# Words and numbers are not parted by a wrap.
_PIECE = re.compile(r"[A-Za-z0-9,.\-]+|.")
_STYLE = ListStyle(stop_for_separator=0.02)


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """``text`` in lines of at most ``width`` full-width characters; words and numbers stay whole where they fit.

    The indent takes its place in the first line.
    """
    lines = [indent]
    for piece in _PIECE.findall(text):
        for part in (piece,) if len(indent) + _columns(piece) <= 2 * width else tuple(piece):
            if _columns(lines[-1]) + _columns(part) > 2 * width:
                lines.append("")
            lines[-1] += part if lines[-1] else part.lstrip()
    return [line for line in lines if line.strip()]


def _columns(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def render_flow(document: Document, random: Random) -> Drawn:
    """Print ``document``; the widths of its columns and the blank lines are drawn from ``random``."""
    document = settle(document)
    page = _Page(random)
    for unit in document.units:
        page.row(unit.name, figures_of(unit.projects), is_indented=False)
        for project in unit.projects:
            page.project(project)
    year = f"{document.year}年" if document.year_printed else ""
    heading = f"\n{year}{TITLE}\n\n部门名称：{document.department} 单位：万元\n\n" + "\n".join(_header(page.name_width))
    total = " ".join(("合计", *map(print_amount, figures_of(document.projects).values())))
    body = "".join(line + random.choice(("\n", "\n", "\n\n")) for line in page.lines)
    return Drawn(f"{heading}\n\n{total}\n\n{body}\n\n", expected_rows(document, "flow"))


def _header(name_width: int) -> list[str]:
    return [*wrap(HEADER[0], name_width), "", " ".join(HEADER[1:])]


class _Page:
    """Prints rows into lines with columns of one width."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.name_width = random.randint(8, 14)
        self.text_width = random.randint(24, 40)
        self.lines: list[str] = []

    def row(self, name: str, figures: dict[str, Decimal], is_indented: bool) -> None:
        """The name and the filled amounts of a row, on one line where the name fits."""
        amounts = " ".join(map(print_amount, figures.values()))
        lines = wrap(name, self.name_width, _INDENT if is_indented else "")
        self.lines += [*lines, amounts] if len(lines) > 1 else [f"{lines[0]} {amounts}"]

    def project(self, project: Project) -> None:
        """The row of a project, then its goal and its indicators, each wrapped."""
        self.row(project.name, figures_of([project]), is_indented=True)
        goal = wrap(project.annual_goal or "", self.text_width)
        if goal and self.random.random() < 0.25:
            self.lines[-1] += " " + goal.pop(0)
        self.lines += goal
        self.lines += wrap(print_indicators(project.indicators, self.random, _STYLE), self.text_width)
