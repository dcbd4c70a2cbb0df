"""Where words around the plans of a file promise more than the target of an indicator: 新建公厕20座 beside ≥12座."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ingest.document.outside.clauses import NUMBER, doubt, names
from ingest.document.outside.naming import calls_of, naming, naming_none
from ingest.forms.reading import FormReading
from ingest.rows import DepartmentIndicatorRow, IndicatorRow, IssueRow
from ingest.source.blocks import Source

_AT_LEAST = ("=", ">=", ">")
_OTHER_TIME = re.compile(
    "上年|去年|往年|年来|截至|目前|现有|已经?[^。]{0,6}(?:完成|建成|新建)|十[三四五]五|规划期|三年|累计"
)
"""What was done before, or is to be done in several years."""
_OF_PART = re.compile("其中|每|均|各|比|增加|减少|新增至|以内|不超过|约|左右|月")
"""What says that a number is of a part, of one of many, or no more than about."""

_ACT = "新建|改建|扩建|改扩建|改造|建设|修建|维修|修缮|购置|采购|治理|种植|栽植|举办|开展|培训|安装|铺设|清淤"
_ACT_BEFORE, _ANY_ACT = re.compile(f"^(?:{_ACT})(?=.{{6}})"), re.compile(_ACT)
"""What is done, which of several things said in one is said once: 新建冷链库2座、高标准示范园2000亩."""

Target = IndicatorRow | DepartmentIndicatorRow


def broken_promises(publication: Source, found: FormReading, paragraphs: Sequence[str]) -> tuple[IssueRow, ...]:
    """Doubts where the paragraphs around plans give what an indicator counts a larger number than its target."""
    is_evaluated = any(row.actual or row.score is not None for row in found.department_indicators)
    if found.executions or found.performance or is_evaluated or not paragraphs:
        return ()
    calls_of_each = calls_of(found)
    calls = [call for calls_of_one in calls_of_each.values() for call in calls_of_one]
    doubts: list[IssueRow] = []
    for seq in sorted({row.project_seq for row in found.indicators}):
        own = (
            paragraphs
            if len(found.projects) == 1 and not found.department_indicators
            else naming(calls_of_each, seq, paragraphs)
        )
        if own:
            doubts += _promises(publication, [row for row in found.indicators if row.project_seq == seq], own, calls)
    if len({row.form_seq for row in found.department_indicators}) == 1:
        doubts += _promises(publication, found.department_indicators, naming_none(found, paragraphs), calls)
    return tuple(doubts)


def _promises(
    publication: Source, rows: Sequence[Target], paragraphs: Sequence[str], calls: Sequence[str]
) -> Iterator[IssueRow]:
    """The doubts of some rows; what a project is called says nothing of what its indicators count."""
    sentences = [
        text for paragraph in paragraphs for text in re.split("[。；;]", paragraph) if not _OTHER_TIME.search(text)
    ]
    clauses = [clause for text in sentences for clause in re.split("[，,、：:]", text)]
    without = {clause: _without(clause, calls) for clause in clauses}
    for row in rows:
        clause = _promise(row, rows, without)
        if clause is not None:
            yield doubt(publication, row, "target_contradicted", clause)


def _without(clause: str, calls: Sequence[str]) -> str:
    for call in calls:
        clause = clause.replace(call, "")
    return clause


def _promise(row: Target, rows: Sequence[Target], clauses: Mapping[str, str]) -> str | None:
    """The one clause that names what an indicator counts, and no other's, with a larger number in its unit."""
    unit, value = row.annual_unit, row.annual_value
    if not unit or value is None or not value or row.annual_operator not in _AT_LEAST or unit in "%‰":
        return None
    said = {clause: number for clause in clauses if (number := _promised(clause, unit)) is not None}
    named = {clause: number for clause, number in said.items() if _names(clauses[clause], row.indicator_name)}
    others = [one for one in rows if one is not row and one.annual_unit == unit]
    if len(set(named.values())) != 1 or value in said.values():
        return None
    if any(_names(clauses[clause], one.indicator_name) for clause in named for one in others):
        return None
    ((clause, number), *_) = named.items()
    return clause if value < number <= 10 * value else None


def _names(clause: str, indicator_name: str | None) -> bool:
    """Whether a clause names the indicator, or one without an act the thing to which its act is done."""
    act = _ACT_BEFORE.match(indicator_name or "")
    if act is None or act[0] in clause:
        return names(clause, indicator_name)
    return not _ANY_ACT.search(clause) and names(clause, (indicator_name or "")[act.end() :])


def _promised(clause: str, unit: str) -> Decimal | None:
    """The one number of a clause beside its year, where it bears the unit and is of the whole."""
    text = re.sub("20[0-9]{2}年", "", clause)
    numbers = re.findall(NUMBER, text)
    found = re.search(NUMBER + re.escape(unit), text)
    if found is None or len(numbers) != 1 or _OF_PART.search(text):
        return None
    return Decimal(found[1].replace(",", ""))
