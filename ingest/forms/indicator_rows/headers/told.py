"""Cells that print more than their column's label says: amounts under labels of their own, sections in brackets."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ingest.forms.indicator_rows.headers.columns import GOALS, HeadColumn, head_column
from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.labels import find_label, speaks
from ingest.forms.labelled.meaning.in_text.sentence import sums_run_on
from ingest.grammar.amounts import is_amount
from ingest.grammar.lists.bracketed import holds_sections, sections_of
from ingest.grammar.lists.listed import holds_list, is_list
from ingest.grammar.named_targets import part_target
from ingest.source.printed import Printed

_MONEY = ("money", "execution")
_FEWEST = 2
_PARTS = re.compile("[；;]")
_NUMBERED_LIST = re.compile(r"\s*1\s*[.、．)）](?!\d)[^；;]{2,80}[；;]\s*2\s*[.、．)）]")
_STROKE, _BETWEEN_STROKES = re.compile("[/／]"), re.compile("[^/／]+")
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
# 年初预算：62 全年预算：62 执行率：100.00%
_AMOUNT = re.compile(
    r"\s*+(?P<label>[^\d\s：:，,；;。]{2,12}[：:])\s*+(?P<value>-?\d[\d,]*+(?:\.\d++)?\s*+(?:[%％]|[亿万千]?元|万)?)[\s，,；;。]*+"
)
# 97.00%（9.7）, 97.00%/9.7
_RATE_AND_SCORE = re.compile(
    r"(?P<rate>\d[\d.]*+\s*+[%％]?)(?P<open>\s*+[（(/／]\s*+)(?P<score>\d[\d.]*+)(?P<close>\s*+分?\s*+[)）]?)"
)


def amounts_told(head: str, cell: Printed) -> list[tuple[str, Printed, Printed]]:
    """The labels of a cell's amounts, each with what prints it and the amount; none where it holds anything else.

    They stand before their amounts, or in the label of the column in the same order: 预算数/执行数 above 62/58.
    """
    found, at = [], 0
    while at < len(cell.text) and (piece := _AMOUNT.match(cell.text, at)):
        low, high = piece.span("label")
        start, end = piece.span("value")
        found.append((cell[low:high].text.strip("：: "), cell[low:high], cell[start:end].strip(", ")))
        at = piece.end()
    found = found if at == len(cell.text) else _in_order(head, cell) or _run_on(head, cell)
    is_of_money = any(head_column(label, "").role in _MONEY for label, *_ in found)
    return found if len(found) >= _FEWEST and is_of_money else []


def _in_order(head: str, cell: Printed) -> list[tuple[str, Printed, Printed]]:
    labels = [label.strip() for label in _STROKE.split(_BRACKETED.sub("", head))]
    values = [found.span() for found in _BETWEEN_STROKES.finditer(cell.text)]
    is_told = all(head_column(label, "").role in _MONEY for label in labels)
    if not is_told or len(labels) != len(values) or not all(is_amount(cell.text[low:high]) for low, high in values):
        return []
    signs = [cell[end:start] for (_, end), (start, _) in pairwise([(0, 0), *values])]
    return [
        (label, sign, cell[low:high].strip()) for label, sign, (low, high) in zip(labels, signs, values, strict=True)
    ]


def _run_on(head: str, cell: Printed) -> list[tuple[str, Printed, Printed]]:
    """A total and the sources that make it up, run together in a cell of money: 合计210其中：省补150县配60."""
    said = sums_run_on(cell) if head_column(head, "").role in _MONEY else []
    ends = [0, *(cell.at.index(own.amount.at[-1]) + 1 for own in said)]
    starts = [cell.at.index(own.amount.at[0]) for own in said]
    return [(own.label.text, cell[end:start], own.amount) for own, end, start in zip(said, ends, starts, strict=False)]


def rate_and_score(label: str, cell: Printed) -> tuple[Printed, Printed, list[Printed]] | None:
    """The rate of a cell, its score and the signs around it, where its label says both: 执行率（得分）."""
    parts = _RATE_AND_SCORE.fullmatch(cell.text) if speaks(label, "execution_score_word") else None
    if parts is None:
        return None
    spans: Mapping[str, tuple[int, int]] = {name: parts.span(name) for name in parts.re.groupindex}
    rate, opening, score, closing = (cell[low:high].strip() for low, high in spans.values())
    return rate, score, [sign for sign in (opening, closing) if sign]


def with_total_score(heads: Mapping[int, HeadColumn]) -> dict[int, HeadColumn]:
    """The columns, 自评得分 beside 自评等级 told as the total that is graded, unless it says that it is of the rate."""
    is_graded = any(head.role == "grade" for head in heads.values())
    scores = [at for at, head in heads.items() if is_graded and head.kind == "execution_score"]
    of_all = [at for at in scores if not speaks(heads[at].label, "execution_rate_word")]
    return {**heads, **{at: HeadColumn("score", heads[at].label) for at in of_all}}


def take_sections(form: LabelledForm, cell: Printed) -> None:
    """Give a form the goal, other texts and the list of indicators that a cell holds in bracketed sections."""
    sections, listed = sections_of(cell)
    for section in sections:
        form.fillers.append(section.label)
        label = find_label(section.name.text)
        goal = next((kind for kind in GOALS if label is not None and kind in label.kinds), None)
        if goal is not None:
            form.values.setdefault(goal, []).append(section.text)
        elif section.name and section.text:
            form.attributes.append((Printed(section.name.text, range(0)), [section.text]))
        else:
            form.unread.append(section.text)
    form.values.setdefault("grid", []).append(listed)


def numbered_lists(columns: Iterable[int], below: Sequence[Mapping[int, str]]) -> tuple[LevelColumn, ...]:
    """The one of some columns whose cells number indicators and say no levels: `1.批次≥230批；2.合格率≥98%`.

    Without numbers it is one where every part of every cell is a name with its target.
    """
    for at in columns:
        cells = [row[at] for row in below if at in row]
        if not cells or any(map(is_list, cells)):
            continue
        if all(_NUMBERED_LIST.match(text) for text in cells) or all(map(_names_targets, cells)):
            return (LevelColumn("", at, None),)
    return ()


def _names_targets(text: str) -> bool:
    """True for a text of names with targets: `开放天数≥310天；安全事故0起`."""
    parts = [part.strip() for part in _PARTS.split(text.strip("。；; "))]
    return all(part_target(Printed(part, range(len(part))), is_said=True)[1] for part in parts)


def sections(rows: Sequence[Mapping[int, str]]) -> frozenset[int]:
    """The columns whose cells hold goal and indicators in bracketed sections: `【总体目标】…【产出指标-数量指标】…`."""
    return frozenset([at for row in rows for at, text in row.items() if "【" in text and holds_sections(text)])


def list_columns(rows: Sequence[Mapping[int, str]]) -> frozenset[int]:
    """The columns whose cells hold indicators with their levels: `【产出指标-数量指标】…`, `1、1-产出指标…`."""
    found: set[int] = set()
    for row in rows:
        found.update([at for at, text in row.items() if at not in found and "指标" in text and holds_list(text)])
    return frozenset(found)
