"""Projects whose form prints a total alone, and tables of projects that say what the same total comes from.

A form of 云南 prints 项目年度预算 and no source; table 项目支出预算表 of the same budget prints 本年拨款 and 单位资金
beside 合计. A total alone tells no source: what adds up to the same total does.
"""

from collections.abc import Mapping, Sequence

from ingest.forms.labelled.form import MoneyCell
from ingest.forms.labelled.meaning.money import Amount, read_cell, read_group
from ingest.forms.labelled.rows.funding import LONE_TOTAL
from ingest.forms.reading import FormReading
from ingest.forms.tables_beside.money import MoneyRow
from ingest.rows import AttributeRow, FundingRow, TotalRow
from ingest.source.printed import Printed, Texts, fold


def lone_totals(reading: FormReading) -> dict[str, FundingRow]:
    """The totals of projects, by their folded names, that were taken for 财政拨款 since nothing else is printed.

    None of an evaluated project, of one whose name comes twice, or with money of other years.
    """
    assumed = {row.char_start for row in reading.issues if row.message == LONE_TOTAL}
    rows = {row.project_seq: row for row in reading.funding}
    many = [row.project_seq for row in reading.funding]
    evaluated = {row.project_seq for row in reading.evaluations}
    names = [fold(row.project_name) for row in reading.projects]
    return {
        fold(row.project_name): own
        for row in reading.projects
        if (own := rows.get(row.project_seq)) is not None
        and own.char_start in assumed
        and own.midterm_amount_printed is None
        and many.count(row.project_seq) == 1
        and row.project_seq not in evaluated
        and names.count(fold(row.project_name)) == 1
    }


def completing(
    rows: Mapping[str, MoneyRow], texts: Texts, totals: Mapping[str, FundingRow], years: frozenset[int]
) -> dict[str, MoneyRow]:
    """The ``rows`` of projects without money, and of ``totals`` those that the sources of a row add up to.

    A table that prints another year than the form, which prints ``years``, tells nothing of its totals.
    """
    return {
        name: (table, number)
        for name, (table, number) in rows.items()
        if name not in totals
        or ((table.years <= years or not years) and _adds_up_to(_amounts((table, number), texts), totals[name]))
    }


def _amounts(row: MoneyRow, texts: Texts) -> list[Amount]:
    """The amounts that a row prints, by what its columns are called."""
    table, number = row
    found: list[Amount] = []
    for at, head in table.heads.items():
        if head.role != "money":
            continue
        label, printed = (Printed(text, range(0)) for text in (head.label, texts[number].get(at, "")))
        cell = MoneyCell(head.kind, ("row", 0), label, printed, head.unit or table.unit)
        if (value := read_cell(cell)) is not None:
            found.append(Amount(cell, value))
    return found


def _adds_up_to(amounts: Sequence[Amount], own: FundingRow) -> bool:
    group = read_group(amounts) if amounts else None
    proved = group is not None and group.is_proved and bool(group.sources)
    return proved and group is not None and group.total is not None and group.total.value == own.amount_wan


def set_aside(reading: FormReading, names: Mapping[str, MoneyRow]) -> dict[int, FundingRow]:
    """Take the totals alone of projects among ``names`` out of what is read, with what was assumed of them."""
    taken = {own.project_seq: own for name, own in lone_totals(reading).items() if name in names}
    places = {own.char_start for own in taken.values()}
    reading.funding[:] = [row for row in reading.funding if row.project_seq not in taken]
    reading.issues[:] = [row for row in reading.issues if row.message != LONE_TOTAL or row.char_start not in places]
    return taken


def put_back(reading: FormReading, taken: Mapping[int, FundingRow]) -> None:
    """Land the totals of forms as what they are, beside sources; the same total of a table is kept beside them."""
    for seq, own in taken.items():
        place = (own.page, own.line, own.char_start or 0, own.char_end or 0)
        total = next((row for row in reading.totals if (row.level, row.project_seq) == ("project", seq)), None)
        if total is not None:
            kept = (total.page, total.line, total.char_start, total.char_end)
            reading.attributes.append(AttributeRow(seq, "合计", total.printed, *kept))
            reading.totals.remove(total)
        unit = reading.projects[seq - 1].unit_seq
        row = TotalRow("project", unit, seq, "total", own.amount_printed or "", own.amount_wan, False, *place)
        reading.totals.append(row)
