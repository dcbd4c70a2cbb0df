"""One screen that shows how a document was read."""

from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from rich.table import Column, Table
from rich.text import Text

from ingest.delivery.folder import documents_in
from ingest.delivery.manifest import read_manifest
from ingest.errors import DocumentRejected
from ingest.rows import ExecutionRow, ProjectRow, Reading, TotalRow
from ingest.sandbox.workers import read_one
from jixiao.commands.language import bracketed, label, listed, named, term, told, why_rejected
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
    if reading.projects or not reading.department_goals:
        _projects(reading, console)
    _departments(reading, console)
    _arithmetic(reading, console)
    _doubts(reading, console)


def _identity(reading: Reading, console: PlainConsole) -> None:
    document = reading.document
    facts = Table.grid("", Column(overflow="fold"), padding=(0, 2))
    form = bracketed(named("form", document.form), named("layout", document.layout))
    facts.add_row(label("form 形式"), listed([form, named("medium", document.medium), document.encoding]))
    facts.add_row(label("title 标题"), Text(document.title or "—"))
    facts.add_row(
        label("department 部门"),
        Text(listed([_known(document.department_name, document.department_basis), document.place_code])),
    )
    year = _known(str(document.budget_year), document.year_basis)
    facts.add_row(label("budget year 年度"), Text(listed([year, document.year_evidence])))
    facts.add_row(label("unit of money 货币单位"), Text(_known(document.money_unit, document.money_unit_basis)))
    understood = document.characters - document.not_understood_characters
    share = Decimal(100 * understood) / document.characters
    facts.add_row(
        label("characters 字符"),
        told(
            f"{document.characters}: {document.field_characters} in fields, {document.label_characters} labels, "
            f"{document.layout_characters} layout, {document.not_understood_characters} not understood "
            f"({share:.2f} % understood)"
        ),
    )
    if reading.outside_tables:
        headings = "; ".join(told(f"{row.heading or '—'} (page {row.page})") for row in reading.outside_tables)
        facts.add_row(
            label("outside 之外"), Text(told(f"{document.outside_characters} characters; tables not read: {headings}"))
        )
    console.print(facts)


def _known(text: str, basis: str) -> str:
    """What is known of a document, and how."""
    return bracketed(text, named("basis", basis))


def _projects(reading: Reading, console: PlainConsole) -> None:
    funding: defaultdict[int, Decimal] = defaultdict(Decimal)
    for row in reading.funding:
        funding[row.project_seq] += row.amount_wan
    executions = {row.project_seq: row for row in reading.executions if row.measure == "total"}
    indicators = Counter([row.project_seq for row in reading.indicators])
    indicators.update(row.project_seq for row in reading.performance)
    title = f"{len(reading.units)} units, {len(reading.projects)} projects, {indicators.total()} indicators"
    title += f", {_wan(sum(funding.values()))} 万元" if funding else ""
    table = Table(title=told(title), title_justify="left")
    table.add_column("", justify="right")
    table.add_column(label("unit/project 单位/项目"), overflow="fold")
    for heading in ("万元", *(["executed 执行数"] if executions else []), "goal 目标", "indicators 指标", "line 行"):
        table.add_column(label(heading), justify="right", overflow="fold")
    for unit in reading.units:
        mine = [project for project in reading.projects if project.unit_seq == unit.unit_seq]
        known = [funding[project.project_seq] for project in mine if project.project_seq in funding]
        total = [_wan(sum(known)) if known else "", *([""] if executions else [])]
        table.add_row("", Text(unit.unit_name, style="bold"), *total, "", "", str(unit.line))
        for project in mine:
            number = project.project_seq
            money = [_wan(funding.get(number))]
            if executions:
                budget, executed = _executed(executions.get(number))
                money = [_wan(funding.get(number, budget)), _wan(executed)]
            figures = [_goal_length(project), str(indicators[number]), str(project.line)]
            table.add_row(str(number), Text(f"  {project.project_name}"), *money, *figures)
    console.print(table)


def _wan(amount: Decimal | int | None) -> str:
    """An amount as it is shown; a dash where none is read."""
    return "—" if amount is None else f"{Decimal(amount):,.2f}"


def _executed(row: ExecutionRow | None) -> tuple[Decimal | None, Decimal | None]:
    """The budget of a self-evaluation, after adjustment where that is printed, and what is executed of it."""
    if row is None:
        return None, None
    return row.budget_wan if row.adjusted_wan is None else row.adjusted_wan, row.executed_wan


def _departments(reading: Reading, console: PlainConsole) -> None:
    """The forms of the department as a whole."""
    for form in reading.department_goals:
        money = [
            f"{row.item_printed} {_wan(row.amount_wan)} 万元"
            + ("" if row.executed_wan is None else told(f" (executed {_wan(row.executed_wan)})"))
            for row in reading.department_budget
            if row.form_seq == form.form_seq
        ]
        tasks = [row.form_seq for row in reading.department_tasks].count(form.form_seq)
        indicators = [row.form_seq for row in reading.department_indicators].count(form.form_seq)
        held = listed([*money, told(f"{tasks} tasks, {indicators} indicators")])
        console.print(Text(told(f"form of the department, line {form.line}: {held}")))


def _goal_length(project: ProjectRow) -> str:
    goals = [goal for goal in (project.annual_goal, project.cycle_goal) if goal]
    return "+".join(str(len(goal)) for goal in goals) or "—"


def _arithmetic(reading: Reading, console: PlainConsole) -> None:
    """Printed totals against the sum of the amounts below them."""
    off: list[str] = []
    totals = [total for total in reading.totals if total.measure == "total"]
    for total in totals:
        below = _sum_below(reading, total)
        if total.amount_wan != below:
            level = term("level", total.level)
            off.append(told(f"line {total.line}: {level} prints {total.printed}, its parts are {below:,.2f} 万元"))
    if reading.evaluations:
        scored = [row for row in reading.evaluations if row.total_score is not None]
        evaluations = f"{len(reading.evaluations)} self-evaluations, {len(scored)} with a total score"
        console.print(told(f"{evaluations}, {len(reading.performance)} indicators with actual values"))
    console.print(told(f"{len(totals) - len(off)} of {len(totals)} printed totals reconcile"))
    for line in off:
        console.print(f"  {line}")
    for repair in reading.repairs:
        value = f"{repair.repaired_wan:,.2f}"
        console.print("  " + told(f"line {repair.line}: {repair.printed!r} repaired to {value}: {repair.proof}"))


def _sum_below(reading: Reading, total: TotalRow) -> Decimal:
    """The sum of the amounts that a printed total is of."""
    if total.form_seq is not None:
        tasks = (row for row in reading.department_tasks if row.form_seq == total.form_seq and not row.is_part)
        is_spent = total.amount_kind == "tasks_executed"
        return sum(((row.executed_wan if is_spent else row.amount_wan) or Decimal(0) for row in tasks), Decimal(0))
    amounts = [(row.project_seq, row.amount_wan) for row in reading.funding]
    if total.amount_kind != "allocated":
        lines = (row for row in reading.executions if row.measure == "total")
        amounts = [(row.project_seq, getattr(row, f"{total.amount_kind}_wan") or Decimal(0)) for row in lines]
    units = {project.project_seq: project.unit_seq for project in reading.projects}
    below = (
        amount
        for seq, amount in amounts
        if total.level == "document"
        or (total.level == "unit" and units[seq] == total.unit_seq)
        or (total.level == "project" and seq == total.project_seq)
    )
    return sum(below, Decimal(0))


def _doubts(reading: Reading, console: PlainConsole) -> None:
    codes = Counter(issue.code for issue in reading.issues)
    if codes:
        issues = ", ".join(f"{code} {count}" for code, count in codes.most_common())
        console.print(told(f"issues: {issues}"))
    if reading.not_understood:
        console.print(told(f"not understood: {len(reading.not_understood)} places"))
    for row in reading.not_understood[:_MOST_ROWS]:
        reason = f" ({told(row.reason)})" if row.reason else ""
        console.print("  " + told(f"line {row.line}: {row.text[:60]!r}{reason}"))
    if len(reading.not_understood) > _MOST_ROWS:
        console.print("  " + told(f"… {len(reading.not_understood) - _MOST_ROWS} more"))
