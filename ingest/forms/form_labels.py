"""The labels of labelled forms: what a cell labels, and the value it may hold itself behind a colon."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.forms.heading import set_money_unit
from ingest.forms.reading import FormReading
from ingest.ledger import Ledger
from ingest.printed import NOTHING, Printed, key
from ingest.vocabulary import vocabulary

AMOUNT_KINDS = frozenset(
    ("midterm_total", "annual_total", "source_fiscal", "source_fiscal_part", "source_special_account", "source_other")
)
EXECUTION_KINDS = frozenset(("budget", "adjusted", "executed"))
EXECUTION_COLUMNS = EXECUTION_KINDS | {"execution_rate", "execution_weight", "execution_score", "execution_reason"}
GOAL_KINDS = frozenset(("overall_goal", "cycle_goal", "annual_goal", "achieved_goal"))
_OTHER_KINDS = frozenset(
    (
        "project_name",
        "form_department",
        "form_unit",
        "grid",
        "cycle_grid",
        "annual_grid",
        "total_score",
        "grade",
        "reply",
        "attribute",
        "block",
    )
)
_KINDS = AMOUNT_KINDS | EXECUTION_COLUMNS | GOAL_KINDS | _OTHER_KINDS
_COLUMNS = (
    "level1", "level2", "level3", "annual", "cycle", "value", "operator", "unit", "weight", "actual", "score",
    "reason", "note",
)  # fmt: skip

# （万元）, （2020年--2022年）, 【10分】
_BRACKETED = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
# 一、, 1., 2、 before a label
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[、.](?!\d))")
_MONEY_UNIT = re.compile(r"[（(,，]\s*(?:(?:金额)?单位\s*[：:])?\s*(万\s*元|元)\s*[)）]")
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class FormLabel:
    """A label of a form: what it may label, its text, and the value printed behind it in the same cell."""

    kinds: frozenset[str]
    label: Printed
    value: Printed = NOTHING

    def only(self, kinds: frozenset[str]) -> str | None:
        """The one of ``kinds`` that the label has, if any."""
        return next(iter(sorted(self.kinds & kinds)), None)


def fold_label(text: str) -> str:
    """A label without brackets, numbering, 其中 and colons: `（一）其中：财政拨款（万元）：` is 财政拨款."""
    folded = _BRACKETED.sub("", key(text))
    folded = _NUMBERING.sub("", folded.strip(":*★"))
    without = folded.removeprefix("其中")
    return without.strip(":、,") or folded


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in vocabulary("form_labels"):
        if row["kind"] in _KINDS:
            found.setdefault(fold_label(row["word"]), set()).add(row["kind"])
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _grid_columns() -> Mapping[str, str]:
    names = {f"grid_{column}": column for column in _COLUMNS}
    rows = [row for row in vocabulary("form_labels") if row["kind"] in names]
    return {fold_label(row["word"]): names[row["kind"]] for row in reversed(rows)}


@lru_cache(maxsize=65536)
def grid_column(text: str) -> str | None:
    """The column of a grid that a cell of its header names (level1 … note); None for any other text."""
    if not text or len(text) > _LONGEST_LABEL:
        return None
    folded = fold_label(text)
    exact = _grid_columns().get(folded)
    return exact or ("value" if folded.endswith("指标值") else None)


@lru_cache(maxsize=65536)
def _cell_kinds(text: str) -> frozenset[str] | None:
    return _kinds().get(fold_label(text)) if text and len(text) <= _LONGEST_LABEL else None


def read_label(cell: Printed) -> FormLabel | None:
    """The label that is the whole of a cell, or that stands before a colon in it; None for a value."""
    kinds = _cell_kinds(cell.text)
    if kinds:
        return FormLabel(kinds, cell)
    for found in list(re.finditer("[：:]", cell.text[:_LONGEST_LABEL]))[:2]:
        kinds = _cell_kinds(cell.text[: found.start()])
        value = cell[found.end() :].strip()
        if kinds and value:
            return FormLabel(kinds, cell[: found.end()], value)
    return None


def book_label(ledger: Ledger, reading: FormReading, label: Printed) -> str | None:
    """Book a label; gives the unit of money in its brackets, which is the document's where it is the first."""
    unit = _MONEY_UNIT.search(label.text)
    if unit is None:
        ledger.label(label.strip())
        return None
    ledger.label(label[: unit.start(1)].strip())
    printed = label[unit.start(1) : unit.end(1)]
    set_money_unit(ledger, reading, Printed(key(printed.text), printed.at))
    ledger.label(label[unit.end(1) :].strip())
    return key(printed.text)
