"""One screen that shows how a document was read."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from rich.table import Table
from rich.text import Text

from ingest.delivery.folder import documents_in
from ingest.delivery.manifest import read_manifest
from ingest.errors import DocumentRejected
from ingest.rows import ProjectRow, Reading
from ingest.sandbox.workers import read_one
from jixiao.commands.language import why_rejected
from jixiao.commands.terminal import PlainConsole
from jixiao.plain import plain

_MOST_ROWS = 12


def show(file: Path, console: PlainConsole) -> None:
    """Read ``file`` (with the manifest beside it), or each member of an archive, and print how.

    Raises ManifestError, and DocumentRejected where nothing in the file can be read.
    """
    entries = read_manifest(file.parent)
    documents = list(documents_in(file))
    rejections: list[DocumentRejected] = []
    for document in documents:
        if document.inside:
            console.print(plain(document.file_name), style="bold")
        try:
            reading = read_one(replace(document, manifest=entries.get(document.file_name)))
        except DocumentRejected as rejected:
            if document.inside:
                console.print(plain(why_rejected(rejected)))
            rejections.append(rejected)
        else:
            _show(reading, console)
    if len(rejections) == len(documents):
        raise rejections[0]


def _show(reading: Reading, console: PlainConsole) -> None:
    _identity(reading, console)
    _projects(reading, console)
    _arithmetic(reading, console)
    _doubts(reading, console)


def _identity(reading: Reading, console: PlainConsole) -> None:
    document = reading.document
    facts = Table.grid(padding=(0, 2))
    facts.add_row("form 形式", f"{document.form} ({document.layout}), {document.medium}, {document.encoding}")
    facts.add_row("title 标题", Text(document.title or "—"))
    facts.add_row(
        "department 部门", Text(f"{document.department_name} ({document.department_basis}), {document.place_code}")
    )
    facts.add_row("budget year 年度", Text(f"{document.budget_year} {document.year_basis}: {document.year_evidence}"))
    facts.add_row("unit of money", Text(f"{document.money_unit} ({document.money_unit_basis})"))
    understood = document.characters - document.not_understood_characters
    share = Decimal(100 * understood) / document.characters
    facts.add_row(
        "characters 字符",
        f"{document.characters}: {document.field_characters} in fields, {document.label_characters} labels, "
        f"{document.layout_characters} layout, {document.not_understood_characters} not understood "
        f"({share:.2f} % understood)",
    )
    console.print(facts)


def _projects(reading: Reading, console: PlainConsole) -> None:
    funding: Counter[int] = Counter()
    indicators = Counter(row.project_seq for row in reading.indicators)
    for row in reading.funding:
        funding[row.project_seq] += row.amount_wan  # type: ignore[assignment]
    table = Table(
        title=f"{len(reading.units)} units, {len(reading.projects)} projects, "
        f"{len(reading.indicators)} indicators, {Decimal(sum(funding.values())):,.2f} 万元",
        title_justify="left",
    )
    for heading, justify in (
        ("", "right"),
        ("unit / project", "left"),
        ("万元", "right"),
        ("goal", "right"),
        ("indicators", "right"),
        ("line", "right"),
    ):
        table.add_column(heading, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for unit in reading.units:
        mine = [project for project in reading.projects if project.unit_seq == unit.unit_seq]
        total = Decimal(sum(funding[project.project_seq] for project in mine))
        table.add_row("", Text(unit.unit_name, style="bold"), f"{total:,.2f}", "", "", str(unit.line))
        for project in mine:
            goal = _goal_length(project)
            table.add_row(
                str(project.project_seq),
                Text(f"  {project.project_name}"),
                f"{Decimal(funding[project.project_seq]):,.2f}",
                goal,
                str(indicators[project.project_seq]),
                str(project.line),
            )
    console.print(table)


def _goal_length(project: ProjectRow) -> str:
    goals = [goal for goal in (project.annual_goal, project.cycle_goal) if goal]
    return "+".join(str(len(goal)) for goal in goals) or "—"


def _arithmetic(reading: Reading, console: PlainConsole) -> None:
    """Printed totals against the sum of the funding below them."""
    units = {project.project_seq: project.unit_seq for project in reading.projects}
    off: list[str] = []
    totals = [total for total in reading.totals if total.measure == "total"]
    for total in totals:
        below = sum(
            (
                row.amount_wan
                for row in reading.funding
                if total.level == "document"
                or (total.level == "unit" and units[row.project_seq] == total.unit_seq)
                or (total.level == "project" and row.project_seq == total.project_seq)
            ),
            Decimal(0),
        )
        if total.amount_wan != below:
            off.append(f"  line {total.line}: {total.level} prints {total.printed}, its parts are {below:,.2f} 万元")
    if reading.evaluations:
        scored = [row for row in reading.evaluations if row.total_score is not None]
        console.print(
            f"{len(reading.evaluations)} self-evaluations, {len(scored)} with a total score, "
            f"{len(reading.performance)} indicators with actual values"
        )
    console.print(f"{len(totals) - len(off)} of {len(totals)} printed totals reconcile")
    for line in off:
        console.print(line)
    for repair in reading.repairs:
        value = f"{repair.repaired_wan:,.2f}"
        console.print(f"  line {repair.line}: {repair.printed!r} repaired to {value}: {repair.proof}")


def _doubts(reading: Reading, console: PlainConsole) -> None:
    codes = Counter(issue.code for issue in reading.issues)
    if codes:
        console.print("issues: " + ", ".join(f"{code} {count}" for code, count in codes.most_common()))
    if reading.not_understood:
        console.print(f"not understood: {len(reading.not_understood)} places")
    for row in reading.not_understood[:_MOST_ROWS]:
        reason = f" ({row.reason})" if row.reason else ""
        console.print(f"  line {row.line}: {row.text[:60]!r}{reason}")
    if len(reading.not_understood) > _MOST_ROWS:
        console.print(f"  … {len(reading.not_understood) - _MOST_ROWS} more")
