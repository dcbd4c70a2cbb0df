"""The money of a department in the tables of its budget, beside forms that print none of the whole department.

部门支出总表, a row 合计 below 合计, 基本支出, 项目支出: read where both parts are exactly their total, the table is of
no single source (一般公共预算支出表), and the file is that department's: the table or its cover says so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.document.beside.department import agreeing, land_tables
from ingest.document.beside.joined import outside
from ingest.document.beside.said_total import SaidTotal, land_said_total, said_totals_of
from ingest.document.department import BOOKLET
from ingest.document.publication import part_of
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.rows.department_form.items import KINDS
from ingest.forms.reading import Form, FormReading, Part
from ingest.forms.tables_beside.balance import balances_of_departments
from ingest.forms.tables_beside.department import DepartmentTable, tables_of_departments
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.printed import Texts, fold

Read = tuple[Part, Ledger, FormReading]

_LINES_ABOVE = 8
_LONGEST_TITLE = 60
# 编制单位：某局, 部门名称：某局, 公开部门：某局
_OWNER = re.compile(
    r"[^\s:：，,。]{0,6}(?:单位|部门)(?:名称)?\s*+[:：]\s*+(?P<name>[^\s:：]{3,40}?)(?=(?:金额)?单位[:：]|\s|$)"
)
_OF_BUDGET = re.compile("[预决]算")
# 某局是市政府组成部门，主要职责是：; 某局主要职责
_DUTIES = re.compile("(?:主要职[责能]|部门职[责能])[是为有如下]{0,3}[:：]?$")


def with_booklet(
    source: Source, part: Part, form: Form, read: Callable[[Part, Form], Read], already: Read
) -> Read | None:
    """What ``read`` gives of a publication and of the tables of its department's money; None where none is told.

    ``already`` is what it gave of the publication ``part`` alone.
    """
    taken, _, found = already
    around = outside(source, taken)
    name = department_told(around, found)
    if not name or found.department_budget or len(found.department_goals) > 1:
        return None
    whole = whole_tables(around, part.texts, found, name)
    tables = agreeing(whole, part.texts)
    lines = said_lines(around, part.texts, found, name) if not whole else []
    said = lines[0].line if len({own.value for own in lines}) == 1 else None
    if not tables and said is None:
        return None
    told = frozenset(at for table in tables for at in table.lines).union([said.number] if said is not None else [])
    if said is not None:
        source = replace(source, lines=tuple(said if line.number == said.number else line for line in source.lines))

    def read_form(asked: Part, ledger: Ledger) -> FormReading:
        own = tuple(line for line in asked.source.lines if line.number not in told)
        reading = form.read(Part(replace(asked.source, lines=own), asked.texts), ledger)
        numbered = {line.number: line for line in ledger.source.lines}
        if said is not None:
            land_said_total(ledger, reading, numbered[said.number], _is_evaluated(found))
        else:
            land_tables(ledger, reading, tables, numbered)
        return reading

    kept = told.union(line.number for line in part.source.lines)
    joined = Part(part_of(source, [line for line in source.lines if line.number in kept]), part.texts)
    return read(joined, replace(form, read=read_form))


def whole_tables(source: Source, texts: Texts, found: FormReading, name: str) -> list[DepartmentTable]:
    """The tables of all the money of a department that print its parts, else those of both sides of its budget."""
    is_evaluated = _is_evaluated(found)
    exact = [own for own in tables_of_departments(source, texts, name, is_evaluated) if _is_exact(own, texts)]
    whole = [table for table in exact if _is_of_whole(source, texts, table, name, found)]
    others = balances_of_departments(source, texts, is_evaluated) if not whole else []
    return whole + [table for table in others if _is_of_whole(source, texts, table, name, found)]


def said_lines(source: Source, texts: Texts, found: FormReading, name: str) -> list[SaidTotal]:
    """What lines say of the total of the department of whose budget of one year the file is."""
    alone = [*_alone(source, texts)]
    years = _years_of(found) or {year for text in filter(_OF_BUDGET.search, alone) for year in _years(text)}
    is_its_own = any(_is_cover(text, name) for text in alone)
    return said_totals_of(source, name, years, _is_evaluated(found)) if is_its_own else []


def department_told(source: Source, found: FormReading) -> str:
    """The body whose money a file prints around its forms; empty where they name several."""
    return _department(found) or _of_cover(source, found)


def _years_of(found: FormReading) -> set[int]:
    return set(printed_years(found.heading + found.above)) or set(found.years_said)


def _department(found: FormReading) -> str:
    """The only body whose money a document can print; empty where it names several."""
    if found.other_departments or len(set(found.whole_departments)) > 1:
        return ""
    named = [*filter(None, (found.department, found.form_department, *found.whole_departments))]
    units = {unit.unit_name for unit in found.units}
    return named[0] if named else next(iter(units)) if len(units) == 1 else ""


def _of_cover(source: Source, found: FormReading) -> str:
    """The only body of whose budget a file says to be, above forms of its units: 某局2025年部门预算."""
    names = {own["name"] for own in BOOKLET.finditer(source.text) if is_name_of_body(own["name"])}
    is_open = not (found.department or found.form_department or found.other_departments or found.whole_departments)
    return names.pop() if is_open and len(names) == 1 else ""


def _is_exact(table: DepartmentTable, texts: Texts) -> bool:
    """True where 基本支出 and 项目支出 are the total to the cent, and nothing but these is read."""
    wan = table.wan(texts)
    columns = {column for _, column in wan}
    return len(columns) == 1 and all(
        wan.get(("total", column)) == sum(wan[item, column] for item in KINDS) for column in columns
    )


def _is_of_whole(source: Source, texts: Texts, table: DepartmentTable, name: str, found: FormReading) -> bool:
    """True for a table of all the money of the department that it, or else the cover of the file, names.

    It speaks of no single source, of no other year than the form, and of spending where the form is evaluated alone.
    """
    above = [*_above(source, texts, table)]
    owner = _owner(source, texts, min(table.lines))
    titles = [text for text in above if _OWNER.search(text) is None and not is_name_of_body(text) and "。" not in text]
    if any(speaks(text, "one_source_of_budget") for text in titles):
        return False
    is_spent = any(speaks(text, "department_spent") for text in titles)
    is_evaluated = _is_evaluated(found)
    if is_spent if not is_evaluated else not (is_spent or any(speaks(text, "planned_money_word") for text in titles)):
        return False
    alone = [*_alone(source, texts)]
    years = _years_of(found)
    said = {year for text in (*titles, *filter(_OF_BUDGET.search, alone)) for year in _years(text)}
    if not said <= years and (years or len(said) > 1):
        return False
    return fold(owner) == fold(name) if owner else any(_is_cover(text, name) for text in alone)


def _owner(source: Source, texts: Texts, first: int) -> str:
    """The body that a label names last above a line: 编制单位：某局; empty where none does."""
    above = [text for line in source.lines if line.number < first for text in texts[line.number].values()]
    named = [own["name"] for text in above if (own := _OWNER.search(text)) and is_name_of_body(own["name"])]
    return named[-1] if named else ""


def _years(text: str) -> Iterator[int]:
    """The years of a title, each word by itself: 表2 2023年某局支出总表."""
    for word in text.split():
        yield from printed_years(word)


def _is_evaluated(found: FormReading) -> bool:
    return bool(found.performance or found.executions)


def _above(source: Source, texts: Texts, table: DepartmentTable) -> Iterator[str]:
    """The texts above a table and in its header, from the last row of another one on."""
    first = min(table.lines)
    before = [line for line in source.lines if line.number < first and texts[line.number]]
    kept: list[Line] = []
    for line in reversed(before[-_LINES_ABOVE:]):
        cells = [*texts[line.number].values()]
        if line.is_row and (len(cells) > 2 or (len(cells) > 1 and cells[0].isdigit())):
            break  # a table, or the list of all of them
        kept.append(line)
    last = max(line for own in table.items for line, _ in own.amounts.values())
    header = [line for line in source.lines if line.number in table.lines and line.number != last]
    for line in (*reversed(kept), *header):
        yield from texts[line.number].values()


def _alone(source: Source, texts: Texts) -> Iterator[str]:
    """The short texts that stand alone in their line."""
    for line in source.lines:
        if len(texts[line.number]) == 1:
            yield from (text for text in texts[line.number].values() if len(text) < _LONGEST_TITLE)


def _is_cover(text: str, name: str) -> bool:
    """True for a line that is the name of a body, or that and what it publishes or does: 某局2025年部门预算."""
    folded, own = fold(text), fold(name)
    behind = folded.removeprefix(own)
    return folded.startswith(own) and (not behind or bool(_OF_BUDGET.search(behind) or _DUTIES.search(behind)))
