"""The columns of a list of projects: those that tell of the project, and the grid of its indicators."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.forms.labelled.labels import (
    AMOUNT_KINDS,
    EXECUTION_COLUMNS,
    find_label,
    fold_label,
    grid_column,
    printed_unit,
    speaks,
)
from ingest.forms.labelled.meaning.goals import goal_by_words
from ingest.forms.labelled.meaning.money import is_of_several_sources, source_by_words
from ingest.grammar.amounts import read_amount
from ingest.grammar.government_levels import is_money_of_level
from ingest.grammar.labels import is_of_framework
from ingest.source.printed import fold
from ingest.vocabulary import words

GOALS = ("annual_goal", "cycle_goal", "overall_goal", "achieved_goal")
TEXTS = (*GOALS, "grid", "grade")
OF_NAMES = ("项目", "名称")
"""One of these is in every label of a column of projects' names."""
_LONGEST_LABEL, _PAIR = 40, 2
_MONEY, _PARTS = ("money", "execution"), "其中"
_OF_A_YEAR = re.compile(r"20\d\d\s*年度?\s*")
_AND = re.compile("[及和与、/／]")


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A column that tells of the project: ``role`` is unit, unit_code, department, region, number, money, execution,
    score, attribute, sections, or a kind of text; ``kind`` is that of its money, ``unit`` the unit in its label.
    """

    role: str
    label: str
    kind: str | None = None
    unit: str | None = None


@dataclass(slots=True)
class ListColumns:
    """The columns of a list. ``name`` is the column of projects' names; in one of units and projects ``is_mixed``.

    ``levels`` are those that stand side by side, in a list without a grid; ``is_evaluated`` for a list of scores.

    ``depth`` is the number of rows of the header, ``labels`` are its texts, by which it is known again; ``merged`` are
    the columns that the document merges over rows, where its medium tells; ``banners`` those behind the table that
    rows above the indicators fill (`banners`), by their labels.
    """

    name: int
    is_mixed: bool
    heads: dict[int, HeadColumn]
    grid: IndicatorGrid | None
    depth: int
    labels: tuple[str, ...]
    merged: frozenset[int] = frozenset()
    levels: tuple[LevelColumn, ...] = ()
    is_evaluated: bool = False
    banners: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heads = with_goal_by_words(with_money_by_place(self.heads))

    def at(self, *roles: str) -> int | None:
        """The first column of the first of the roles that the list has."""
        return next((at for role in roles for at, head in self.heads.items() if head.role == role), None)

    def place(self, *roles: str) -> int:
        """As `at`; -1, where nothing stands, for none."""
        found = self.at(*roles)
        return -1 if found is None else found

    def all_of(self, *roles: str) -> list[int]:
        """The columns of some roles."""
        return [at for at, head in self.heads.items() if head.role in roles]

    def first_of_names(self) -> int:
        """The column in which a text alone in its line stands: that of units before the names, else that of names."""
        first = min([self.name, *self.heads])
        is_of_name = first in self.heads and self.heads[first].role not in ("unit", "department")
        return self.name if is_of_name else first

    def repeat(self, before: "ListColumns") -> bool:
        """True for the same labels over the same columns, as on a new page: cells below tell which are of the grid."""
        mine, theirs = (own.heads.keys() | (own.grid.columns if own.grid is not None else {}) for own in (self, before))
        return self.labels == before.labels and self.name == before.name and mine == theirs

    @property
    def has_indicators(self) -> bool:
        """True for a list with an indicator a row, or with levels side by side."""
        return self.grid is not None or bool(self.levels)

    @property
    def has_actual(self) -> bool:
        """True for a list of self-evaluations."""
        has_grid = self.grid is not None and self.grid.has_actual
        return self.is_evaluated or has_grid or any(level.has_actual for level in self.levels)


@cache
def kind_of(kind: str) -> frozenset[str]:
    """The labels of a kind, folded."""
    return frozenset(fold_label(word) for word in words("form_labels", kind))


@lru_cache(maxsize=4096)
def names_projects(text: str) -> bool:
    """True for the label of a column of projects' names, alone or with those of units: 单位名称、项目名称."""
    if not 0 < len(text) <= _LONGEST_LABEL or not any(map(text.__contains__, OF_NAMES)):
        return False
    label = find_label(text)
    if label is not None and "project_name" in label.kinds:
        return not label.has_value
    return fold_label(text) in kind_of("row_project") or names_units_and_projects(text)


@lru_cache(maxsize=4096)
def names_units_and_projects(text: str) -> bool:
    """True for the label of a column in which units and their projects stand below each other."""
    return fold(text) in {fold(word) for word in words("form_labels", "row_unit_and_project")}


@lru_cache(maxsize=4096)
def head_column(text: str, above: str) -> HeadColumn:
    """What a column that stands beside the grid tells; ``above`` is the label that spans it."""
    unit = printed_unit(text) or printed_unit(above)
    folded = fold_label(text)
    label = find_label(text)
    kinds = label.kinds if label is not None else frozenset()
    for role, kind in (("region", "row_region"), ("number", "row_number"), ("unit_code", "row_unit_code")):
        if folded in kind_of(kind) and not (role == "unit_code" and "项目" in text):  # 单位编码（项目编码）
            return HeadColumn(role, text)
    if "form_unit" in kinds or folded == "单位":
        return HeadColumn("unit", text)
    if "form_department" in kinds:
        return HeadColumn("department", text)
    for kind in ("grid", *GOALS, "grade"):
        if kind in kinds:
            return HeadColumn(kind, text)
    return _money_column(text, above, kinds, unit)


def with_goal_by_words(heads: dict[int, HeadColumn]) -> dict[int, HeadColumn]:
    """The columns, the only unknown one that speaks of a goal (主要绩效目标) told, where no known one is."""
    if any(head.role in GOALS for head in heads.values()):
        return heads
    unknown = {at: head for at, head in heads.items() if head.role == "attribute" and not is_known(head.label)}
    kinds = {at: kind for at, head in unknown.items() if (kind := goal_by_words(head.label)) is not None}
    return {**heads, **{at: replace(heads[at], role=kind) for at, kind in kinds.items()}} if len(kinds) == 1 else heads


def with_money_by_place(heads: dict[int, HeadColumn]) -> dict[int, HeadColumn]:
    """The columns, those of money told that an unknown label heads, by where they stand.

    A source stands between known ones (市旗资金); a total right before its sources (金额合计), that of a year before
    its parts (2025年预算数, 其中：中央).
    The only column with a year in its label is that of all money where no other is of money.
    """
    heads = _fiscal_before_parts({at: _between_sources(heads, at) for at in heads})
    others = [head for head in heads.values() if head.role in _MONEY]
    years = {at: year.end() for at, head in heads.items() if (year := _OF_A_YEAR.match(head.label))}
    found = [at for at in years if heads[at].role == "attribute" and (not others or _is_source(heads, at + 1, _PARTS))]
    found = found or [at for at, head in heads.items() if _is_source(heads, at + 1) and _ends_as_total(head)]
    if len(found) != 1 or any(head.kind == "annual_total" or head.role == "execution" for head in others):
        return heads
    (at,) = found
    own = head_column(heads[at].label[years.get(at, 0) :], "")
    if own.kind == "budget" or (own.role == "attribute" and others):  # of a list that says nothing of what was spent
        own = replace(own, role="money", kind="annual_total")
    return {**heads, at: replace(own, label=heads[at].label)} if own.role == "money" else heads


def _fiscal_before_parts(heads: dict[int, HeadColumn]) -> dict[int, HeadColumn]:
    """The columns, the second of two totals (合计, 小计) that of 财政拨款 where its parts stand right behind it."""
    totals = [at for at, head in heads.items() if head.kind == "annual_total"]
    if len(totals) != _PAIR or (own := heads.get(totals[1] + 1)) is None or own.kind != "source_fiscal_part":
        return heads
    is_named = any(head.kind == "source_fiscal" for head in heads.values())
    return heads if is_named else {**heads, totals[1]: replace(heads[totals[1]], kind="source_fiscal")}


def _is_source(heads: Mapping[int, HeadColumn], at: int, begin: str = "") -> bool:
    kind = heads[at].kind if at in heads else None
    return kind is not None and kind.startswith("source_") and heads[at].label.startswith(begin)


def _ends_as_total(head: HeadColumn) -> bool:
    return head.role == "attribute" and fold_label(head.label).endswith(words("form_labels", "grand_total"))


def _between_sources(heads: Mapping[int, HeadColumn], at: int) -> HeadColumn:
    head = heads[at]
    is_between = head.role == "attribute" and _is_source(heads, at - 1) and _is_source(heads, at + 1)
    return replace(head, role="money") if is_between and source_by_words(head.label) is not None else head


def _money_column(text: str, above: str, kinds: frozenset[str], unit: str | None) -> HeadColumn:
    amount = next(iter(sorted(kinds & AMOUNT_KINDS)), None)
    execution = next(iter(sorted((kinds or _of_rate_and_score(text)) & EXECUTION_COLUMNS)), None)
    if amount is not None and "total_score" in kinds and not (unit or speaks(above, "money_word")):
        amount = "annual_total"
    if amount is not None:
        return HeadColumn("money", text, amount, unit)
    if execution is not None:
        return HeadColumn("execution", text, execution, unit)
    if "total_score" in kinds:
        return HeadColumn("score", text)
    if not kinds and (fold_label(text) in kind_of("row_amount") or unit is not None):
        return HeadColumn("money", text, "annual_total" if fold_label(text) in kind_of("row_amount") else None, unit)
    if not kinds and text != above and speaks(above, "money_word"):
        return HeadColumn("money", text, None, unit)  # 政府预算资金 below 项目金额
    if is_of_several_sources(text):
        return HeadColumn("money", text, None, unit)
    if not kinds and is_money_of_level(fold_label(text)):
        return HeadColumn("money", text, "source_fiscal_part", unit)  # 市旗资金
    return HeadColumn("attribute", text)


def _of_rate_and_score(text: str) -> frozenset[str]:
    """The kinds of the first part of a label of a rate and its score: 执行率及得分."""
    first, *others = _AND.split(text)
    label = find_label(first) if len(others) == 1 and speaks(others[0], "execution_score_word") else None
    return label.kinds if label is not None and "execution_rate" in label.kinds else frozenset()


def is_known(text: str) -> bool:
    """True for a label that the vocabulary has for a form or a grid."""
    label = find_label(text)
    return grid_column(text) is not None or (label is not None and not label.has_value)


def is_value(text: str) -> bool:
    """True for what no header prints: an amount, a label of the framework, a sentence."""
    if len(text) > _LONGEST_LABEL or is_of_framework(text):
        return True
    amount = read_amount(text)
    label = find_label(text)
    return (amount is not None and amount.value is not None) or (label is not None and label.has_value)
