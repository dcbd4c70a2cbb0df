"""A drawn document as read by character recognition: loose spaces, half-width punctuation, a damaged digit, loops."""

from dataclasses import dataclass
from random import Random

from tests.drawing.document import Document, Project, figures_of
from tests.drawing.expected import Drawn, expected_rows, settle
from tests.drawing.printing import HEADER, TITLE, ListStyle, print_amount, print_indicators, restyle, scanned

_MEASURES = ("total", "fiscal", "special_account", "other")
_LOOKALIKES = {"0": "Oo", "1": "lI", "2": "Z", "5": "S", "6": "€b", "8": "B", "9": "gq"}
_WRAP = 13


@dataclass(slots=True)
class _Row:
    """A row before it is damaged: its amounts by measure as printed."""

    name: str
    amounts: dict[str, str]
    project: Project | None = None


def render_ocr(document: Document, random: Random) -> Drawn:
    """Print ``document`` with the damage that is drawn from ``random``: at most one figure, which sums can prove."""
    document = restyle(settle(document), scanned)
    rows = [_row("合计", document.projects, random)]
    for unit in document.units:
        rows.append(_row(unit.name, unit.projects, random))
        for project in unit.projects:
            rows.append(_row(project.name, (project,), random))
            rows[-1].project = project
    if random.random() < 0.6:
        _damage(random.choice(rows), random)
    lines = _heading(document, random)
    for row in rows:
        if row.project is not None and random.random() < 0.15:
            lines += ["", "\t".join(map(scanned, HEADER))]
        lines.append(_print(row, random))
    return Drawn("\n".join(lines) + "\n", expected_rows(document, "ocr"))


def _row(name: str, projects: tuple[Project, ...], random: Random) -> _Row:
    return _Row(name, {measure: _amount(print_amount(a), random) for measure, a in figures_of(projects).items()})


def _amount(printed: str, random: Random) -> str:
    """`56, 539. 99`"""
    for mark in ",.":
        if random.random() < 0.6:
            printed = printed.replace(mark, mark + " ")
    return printed


def _damage(row: _Row, random: Random) -> None:
    """Damage one digit of one figure; sometimes another digit strays into the blank cell beside it."""
    measure = random.choice(list(row.amounts))
    printed = row.amounts[measure]
    places = [index for index, character in enumerate(printed) if character in _LOOKALIKES]
    if not places:
        return
    at = random.choice(places)
    row.amounts[measure] = printed[:at] + random.choice(_LOOKALIKES[printed[at]]) + printed[at + 1 :]
    if measure == "fiscal" and "special_account" not in row.amounts and random.random() < 0.3:
        row.amounts["special_account"] = random.choice("0123456789")


def _heading(document: Document, random: Random) -> list[str]:
    year = f"{document.year}年" if document.year_printed else ""
    lines = [f"## {document.department}{year}{scanned(TITLE)}", "", f"部门名称:{document.department}", ""]
    header = [scanned(label) for label in HEADER]
    if random.random() < 0.5:
        header[0] = f"新门名称:{document.department[:5]}) {document.department[-2:]}贝 {header[0]}"
        header[-1] = f"サ位: 万元 {header[-1]}"
        return [*lines, "\t".join(header)]
    return [*lines, "单位: 万元", "", "\t".join(header)]


def _print(row: _Row, random: Random) -> str:
    goal = indicators = ""
    if row.project is not None:
        separator = random.choice(("; ", "; ", ";"))
        style = ListStyle(separator, loops=0.06, cut=0.1, odd_separator=0.04)
        indicators = print_indicators(row.project.indicators, random, style)
        goal = _spaced(row.project.annual_goal or "", 20, random)
    amounts = [row.amounts.get(measure, "") for measure in _MEASURES]
    return "\t".join([_spaced(row.name, _WRAP, random), *amounts, goal, indicators])


def _spaced(text: str, width: int, random: Random) -> str:
    """The space that a line wrap leaves."""
    if len(text) <= width or random.random() < 0.4:
        return text
    return " ".join(text[at : at + width] for at in range(0, len(text), width))
