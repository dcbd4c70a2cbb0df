"""What a reading publishes beside what was drawn: every fact right, wrong, or said not to be understood."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.rows import Reading
from tests.drawing.forms.media import squash
from tests.drawing.forms.sheet import Key, Row, Sheet, Truth, Value

Facts = dict[Key, dict[str, Value]]
_OF_FISCAL = ("市财政预算资金", "年度财政预算资金", "申请财政预算资金", "财政拨款总额")
"""Labels of totals that say that all of it is 财政拨款."""


@dataclass(slots=True)
class Verdict:
    """Counts of drawn facts by kind, and in words what is wrong and what was lost in silence."""

    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    unproved: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def compare(truth: Truth, sheets: list[Sheet], reading: Reading) -> Verdict:
    """Judge a reading of these sheets."""
    found, verdict = published(reading), Verdict()
    _take_fiscal_for_totals(found, truth)
    verdict.wrong += _twice(reading)
    assumed = {row.project_seq for row in reading.issues if row.code == "funding_source_assumed"}
    names_ = {row.project_seq: row.project_name for row in reading.projects}
    names = {name for seq, name in names_.items() if seq in assumed}
    told, cells = _told(reading), _cells(truth, sheets)
    if reading.document.department_name != truth.department:
        verdict.wrong.append(f"department {reading.document.department_name} for {truth.department}")
    unproved = {names_.get(row.project_seq) for row in reading.funding if not row.is_proved}
    for key, values in found.items():
        wrong = list(_wrong(key, values, truth, names))
        is_open = key[0] in ("funding", "midterm") and key[1] in unproved
        (verdict.unproved if is_open else verdict.wrong).extend(wrong)
        if key[0] == "attribute" and key not in truth.facts and not _is_printed(key, values, truth, cells):
            verdict.wrong.append(f"{key} {values}: no such label and value")
    for key, said in truth.facts.items():
        kind = key[0]
        own = found.get(key, {})
        missing = [name for name, value in said.values.items() if value is not None and own.get(name) is None]
        if not missing:
            verdict.right[kind] += 1
            continue
        verdict.missing.append(f"{key} {missing}")
        if kind in ("funding", "midterm") and key[1] in names:
            verdict.said[kind] += 1  # which source an amount is of is said to be a guess
            continue
        texts = said.texts if key not in found else [text for text in said.texts if text == said.values.get(missing[0])]
        if all(squash(text) in told for text in texts):
            verdict.said[kind] += 1
        else:
            verdict.lost.append(f"{key} {missing}: {texts}")
    return verdict


def _take_fiscal_for_totals(found: Facts, truth: Truth) -> None:
    """Take 本年度财政预算资金 that was drawn as a total and read as 财政拨款 for that total, where none else is read.

    Where the total is read, too, from its one source, it says of that source what was drawn of the total.
    """
    for kind, project, what in [*truth.facts]:
        total, fiscal = (kind, project, what), (kind, project, "fiscal")
        if what == "total" and kind in ("department_budget", "execution") and fiscal in found and total not in found:
            drawn = truth.facts[total].values
            if all(value is None or value == drawn[name] for name, value in found[fiscal].items()):
                found[total] = found.pop(fiscal)
        elif what == "total" and kind == "execution" and fiscal in found and total in found:
            own, drawn = truth.facts.get(fiscal), truth.facts[total].values
            if any(squash(label).endswith(_OF_FISCAL) for label in truth.labels) and all(
                value is None or value == drawn[name] for name, value in found[fiscal].items()
            ):
                said = found.pop(fiscal)
                found |= {fiscal: {n: v for n, v in said.items() if own.values.get(n) is not None}} if own else {}


def _twice(reading: Reading) -> Iterator[str]:
    """Indicators that a form has twice: every one was drawn once, a target of each side beside the other."""
    rows = [*reading.indicators, *reading.performance]
    names = Counter((type(row), row.project_seq, row.indicator_name) for row in rows if row.indicator_name)
    names.update((type(row), row.form_seq, row.indicator_name) for row in reading.department_indicators)
    return (f"{name} of {seq}: published {count} times" for (_, seq, name), count in names.items() if count > 1)


def _wrong(key: Key, values: dict[str, Value], truth: Truth, assumed: set[str]) -> Iterator[str]:
    """What is published under a key and was not drawn."""
    kind, project, _ = key
    said = truth.facts.get(key)
    if kind in ("funding", "midterm") and project in assumed:
        return  # the form says which source is a guess; the sum is checked as its total
    if said is None:
        if kind == "total" and values["amount"] == _drawn_money(truth, project):
            return  # no total was drawn; one source is the whole of its parts
        if kind != "attribute":
            yield f"{key} {values}: nothing like it was drawn"
        return
    for name, value in values.items():
        if value is not None and value != said.values.get(name) and not _is_undivided(name, value, said.values):
            yield f"{key} {name}: {value!r} for {said.values.get(name)!r}"


def _drawn_money(truth: Truth, project: str) -> Decimal:
    """The money of a project as drawn, all sources added."""
    said = [fact for key, fact in truth.facts.items() if key[:2] == ("funding", project)]
    return sum((Decimal(str(fact.values["amount"])) for fact in said), Decimal(0))


def _is_undivided(name: str, value: Value, drawn: dict[str, Value]) -> bool:
    """True for the category of a first level alone, or of none, and for an actual value as printed, without its unit."""
    if name == "actual":
        return str(drawn["actual"]).startswith(str(value)) and str(value).isdigit()
    return name == "code" and value in (int(str(drawn["code"])) // 10 * 10, 90)


def _cells(truth: Truth, sheets: list[Sheet]) -> set[str]:
    """The texts of all cells that are no labels."""
    texts = {squash(cell) for sheet in sheets for row in sheet.rows if isinstance(row, Row) for cell in row.cells}
    texts |= {squash(text.partition("：")[2]) for text in texts}
    texts |= {squash(text) for said in truth.facts.values() for text in said.texts}
    noted = [text[text.find("（") :] for text in texts if "（" in text]  # what an amount consists of
    texts |= {*noted, *(amount for text in noted for amount in re.findall(r"资金([\d.,]+[万亿]?元?)", text))}
    return {text for text in texts if text} - truth.labels


def _is_printed(key: Key, values: dict[str, Value], truth: Truth, cells: set[str]) -> bool:
    """True for a value that is the whole of a cell, under a label that was printed."""
    label = re.sub(r"^[一二三四五六]、|^其中[：:]|[（(](?:万元|元|亿元)[)）]|[（(]20.*[)）]", "", key[2])
    value = str(values["value"])
    is_whole = squash(value) in cells or all(squash(part) in cells for part in value.split("；"))
    return is_whole and any(label.startswith(known) for known in truth.labels)


def _told(reading: Reading) -> str:
    texts = [row.text for row in reading.not_understood]
    texts += ["\n", *(row.value for row in reading.attributes)]
    texts += ["\n", *(row.printed for row in reading.issues)]
    texts += ["\n", *(row.note or "" for row in (*reading.indicators, *reading.performance))]
    texts += ["\n", *(row.particulars or "" for row in reading.department_goals)]
    return squash("|".join(texts).replace("|", "\n")) + squash("".join(row.text for row in reading.not_understood))


def published(reading: Reading) -> Facts:
    """The facts of a reading, in the terms of `Truth`."""
    names = {row.project_seq: row.project_name for row in reading.projects}
    facts: Facts = {("name", name, ""): {"name": name} for name in names.values()}
    for unit in reading.units:
        mine = [row.project_name for row in reading.projects if row.unit_seq == unit.unit_seq]
        facts |= {("unit", name, unit.unit_name): {"name": unit.unit_name} for name in mine if unit.is_printed}
    for project in reading.projects:
        goals = {"annual": project.annual_goal, "cycle": project.cycle_goal}
        facts |= {("goal", project.project_name, k): {"text": v} for k, v in goals.items() if v}
    _add_money(facts, reading, names)
    for attribute in reading.attributes:
        label = squash(attribute.attribute)
        facts["attribute", names[attribute.project_seq], label] = {"value": attribute.value}
    for row in reading.indicators:
        facts["indicator", names[row.project_seq], row.indicator_name or ""] = {
            "name": row.indicator_name, "code": row.category_code, "target": row.annual_target,
            "operator": row.annual_operator, "value": row.annual_value, "unit": row.annual_unit,
            "cycle": row.cycle_target, "weight": row.weight,
        }  # fmt: skip
    _add_evaluation(facts, reading, names)
    _add_department(facts, reading)
    return facts


def _add_money(facts: Facts, reading: Reading, names: dict[int, str]) -> None:
    for row in reading.funding:
        key = (names[row.project_seq], row.funding_source_code)
        facts["funding", *key] = {"amount": row.amount_wan}
        if row.midterm_amount_wan is not None:
            facts["midterm", *key] = {"amount": row.midterm_amount_wan}
    for total in reading.totals:
        if total.form_seq is not None:
            of = total.amount_kind if total.measure == "total" else total.measure
            facts["department_total", "", of or ""] = {"amount": total.amount_wan}
        else:
            facts["total", names[total.project_seq or 0], ""] = {"amount": total.amount_wan}


def _add_evaluation(facts: Facts, reading: Reading, names: dict[int, str]) -> None:
    for row in reading.performance:
        facts["performance", names[row.project_seq], row.indicator_name or ""] = {
            "name": row.indicator_name, "code": row.category_code, "target": row.target, "operator": row.target_operator,
            "value": row.target_value, "unit": row.target_unit, "weight": row.weight, "actual": row.actual,
            "score": row.score, "reason": row.reason,
        }  # fmt: skip
    for line in reading.executions:
        facts["execution", names[line.project_seq], line.measure] = {
            "budget": line.budget_wan, "adjusted": line.adjusted_wan, "executed": line.executed_wan,
            "rate": line.execution_rate, "weight": line.weight, "score": line.score,
        }  # fmt: skip
    for found in reading.evaluations:
        name = names[found.project_seq]
        values: dict[str, Value] = {"score": found.total_score, "weight": found.total_weight, "grade": found.grade}
        if any(value is not None for value in values.values()):
            facts["evaluation", name, ""] = values
        if found.achieved_goal:
            facts["goal", name, "achieved"] = {"text": found.achieved_goal}


def _add_department(facts: Facts, reading: Reading) -> None:
    for goal in reading.department_goals:
        texts = {"annual": goal.annual_goal, "cycle": goal.cycle_goal, "achieved": goal.achieved_goal}
        facts |= {("goal", "", k): {"text": v} for k, v in texts.items() if v}
        said = [line.partition("：") for line in (goal.particulars or "").splitlines()]
        facts |= {("attribute", "", squash(label)): {"value": value} for label, _, value in said}
    for item in reading.department_budget:
        facts["department_budget", "", item.item] = {"amount": item.amount_wan}
    for task in reading.department_tasks:
        facts["department_task", "", task.task_name] = {"name": task.task_name, "amount": task.amount_wan}
    for row in reading.department_indicators:
        facts["department_indicator", "", row.indicator_name or ""] = {
            "name": row.indicator_name, "code": row.category_code, "target": row.annual_target,
            "operator": row.annual_operator, "value": row.annual_value, "unit": row.annual_unit, "weight": row.weight,
        }  # fmt: skip


def total_is_right(truth: Truth, reading: Reading) -> list[str]:
    """Projects whose published money, proved, is not, added up, that of the year that was drawn."""
    names = {row.project_seq: row.project_name for row in reading.projects}
    held: dict[str, Decimal] = {}
    proved = {row.project_seq for row in reading.funding} - {r.project_seq for r in reading.funding if not r.is_proved}
    for row in (row for row in reading.funding if row.project_seq in proved):
        held[names[row.project_seq]] = held.get(names[row.project_seq], Decimal(0)) + row.amount_wan
    return [
        f"money of {name}: {amount} for {drawn}"
        for name, amount in held.items()
        if amount != (drawn := _drawn_money(truth, name))
    ]
