"""Another total of a department around its form: of both sides of its budget, or in a sentence."""

from decimal import Decimal

from ingest.document.beside.booklet import department_told, said_lines, whole_tables
from ingest.document.beside.joined import outside
from ingest.document.outside.clauses import doubt
from ingest.forms.reading import FormReading, Part
from ingest.forms.tables_beside.department import DepartmentTable
from ingest.grammar.amounts import read_wan
from ingest.source.blocks import Source
from ingest.source.printed import Texts

_CENT = Decimal("0.011")
_TWICE = 2


def doubt_total(source: Source, part: Part, found: FormReading) -> None:
    """Add the doubt of the one planned total of a department of which the file prints another one, and never itself."""
    totals = [row for row in found.department_budget if row.item == "total"]
    planned = totals[0].amount_wan if len(totals) == 1 else None
    around = outside(source, part)
    name = department_told(around, found) if planned and not found.executions and not found.performance else ""
    if planned is None or not name:
        return
    # the total of no form is that of such a table, whose other rows are parts of it
    tables = whole_tables(around, part.texts, found, name) if found.department_goals else []
    said = {value: words for table in tables for value, words in _printed(table, part.texts).items()}
    said |= {own.value: own.text for own in said_lines(around, part.texts, found, name)}
    others = _amounts(around, part.texts, tables) if found.department_goals else set[Decimal]()
    is_printed = any(_is_near(value, planned) for value in {*said, *others})
    ((value, words),) = said.items() if len(said) == 1 else [(planned, "")]
    if not is_printed and words and planned / _TWICE < value < planned * _TWICE:
        found.issues.append(doubt(part.source, totals[0], "amount_contradicted", words))


def _is_near(value: Decimal, other: Decimal) -> bool:
    return abs(value - other) <= _CENT


def _printed(table: DepartmentTable, texts: Texts) -> dict[Decimal, str]:
    """The totals of a table with its words."""
    found: dict[Decimal, str] = {}
    for own in table.items if table.items else ():
        for line, at in own.amounts.values() if own.item == "total" else ():
            if value := read_wan(texts[line][at], table.unit):
                found.setdefault(value, texts[own.label[0]][own.label[1]] + texts[line][at])
    return found


def _amounts(source: Source, texts: Texts, tables: list[DepartmentTable]) -> set[Decimal]:
    """All amounts of the rows of a source, in the unit of its tables: the total of a form may be one of them."""
    unit = tables[0].unit if tables else "万元"
    cells = [text for line in source.lines if line.is_row for text in texts[line.number].values()]
    return {value for text in cells if (value := read_wan(text, unit))}
