"""Headers of tables in a form: which columns they head, in one row or two, and what is no row below them."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from ingest.forms.labelled.labels import (
    AMOUNT_KINDS,
    EXECUTION_COLUMNS,
    GOAL_KINDS,
    FormLabel,
    find_label,
    fold_label,
    holds_amount,
    label_of,
    speaks,
)
from ingest.grammar.amounts import amount_and_notes, is_amount, read_amount, read_wan
from ingest.source.printed import Printed, PrintedCells, fold
from ingest.vocabulary import words

LONGEST_LABEL = 24
OF_MONEY = AMOUNT_KINDS | EXECUTION_COLUMNS
# what a label never holds: a full stop, a comparison, a percentage
SENTENCE = re.compile(r"[。；;！？]|[≥≤＞＜]|\d\s*[%％]")
_HEADING = re.compile(r"\s*[一二三四五六七八九十]{1,2}、[^，,。；;：:、\d]{2,18}\s*")
_FEWEST_SUMS = _FEWEST_PARTS = 2
_SHARE = re.compile(r"\d+(?:\.\d+)?\s*[%％]")
_YEAR = re.compile(r"20\d\d\s?年\s?度?")
_MONEY_OF_A_YEAR = re.compile(
    r"(20\d\d)年?度?(?:金额|预算|预算数|预算金额|资金|资金安排|安排资金|安排数|投资|预测|预测数|预计|计划)?"
)
_TOTALS = frozenset(("annual_total", "midterm_total"))


def begins_money(text: str) -> bool:
    """True for the label of a total or an item of a department (基本支出): its row is no row of a table."""
    label = find_label(text)
    is_item = any(fold_label(text) in words("form_labels", kind) for kind in ("item_basic", "item_project"))
    return is_item or (label is not None and not label.kinds - _TOTALS and not label.has_value)


@lru_cache(maxsize=16384)
def begins_line_of_money(text: str) -> bool:
    """As `begins_money`, and for a cell that is a label with its amount: 其中：一般公共预算：3900.00."""
    label = find_label(text)
    holds_both = holds_amount(text) or (label is not None and bool(label.kinds & OF_MONEY) and label.has_value)
    return holds_both or begins_money(text)


def is_text(cell: Printed) -> bool:
    """True for a cell that is neither blank, a dash, an amount nor a rate."""
    is_number = amount_and_notes(cell.text) is not None or _SHARE.fullmatch(cell.text) is not None
    return not is_number and read_amount(cell.text) is not None


def holds_texts(header: Mapping[int, FormLabel], column: int) -> bool:
    """True for a column of a list with money behind its first: names (支出项目名称, behind 部门职能), or classes behind
    names (特定目标类 below 项目类别).
    """
    first, names = min(header), words("form_labels", "task_name_word")
    is_class = fold_label(header[first].label.text).endswith(names) and speaks(header[column].label.text, "class_word")
    is_name = fold_label(header[column].label.text).endswith(names)
    return column > first and (is_class or (is_name and any(own.kinds & OF_MONEY for own in header.values())))


def is_blank_line(cells: PrintedCells, header: Mapping[int, FormLabel], left: int | None) -> bool:
    """True for the label of a line of a table of money, alone in the column of labels: the line prints no amount."""
    if left is None or list(cells) != [left] or amount_and_notes(cells[left].text) is not None:
        return False
    return any(label.kinds & OF_MONEY for label in header.values()) and not label_of(cells[left]).value


def is_sum_of_rows(labels: Sequence[FormLabel], at: int, left: int | None) -> bool:
    """True for 合计 alone left of the column ``left``, in which the labels of the other rows stand."""
    is_left = left is not None and len(labels) == 1 and at < left
    return is_left and fold_label(labels[0].label.text) in words("form_labels", "grand_total")


def may_label_a_row(label: FormLabel, header: Mapping[int, FormLabel], is_of_money: bool) -> bool:
    """True for a known label of money at the left of a table of money, or of a goal left of goals.

    Any other begins a row of its own. ``is_of_money`` where a label around the table says so.
    """
    if label.kinds & GOAL_KINDS:
        return all(own.kinds & GOAL_KINDS for own in header.values())
    is_of_money = is_of_money or any(own.kinds & OF_MONEY for own in header.values())
    return is_of_money if "total_score" in label.kinds else bool(label.kinds & OF_MONEY)


def without_corner(
    labels: dict[int, FormLabel], columns: Sequence[int], following: Sequence[PrintedCells]
) -> Sequence[int]:
    """The columns of a table of money without what heads the labels of its rows: 资金来源.

    A list of tasks has no labels of rows.
    """
    below = following[0].get(columns[0]) if following and len(columns) > 1 else None
    if below is None or not is_text(below) or "project_name" in labels[columns[0]].kinds:
        return columns
    is_of_year = is_year(below.text) or fold(below.text) in words("form_labels", "year_word")
    is_of_money, own = names_amounts(below.text) or is_of_year, labels[columns[0]].label.text
    is_named = fold_label(own).endswith(words("form_labels", "task_name_word"))  # 任务名称, above 人员经费
    if speaks(own, "task_only_word") and (is_named or not is_of_money):
        return columns
    executed = [at for at in columns if labels[at].kinds & EXECUTION_COLUMNS]
    is_of_money = is_of_money or (len(executed) > 1 and columns[0] < executed[0])
    is_sum = sum(_is_sum([row[at].text for at in columns[1:] if at in row]) for row in following) >= _FEWEST_SUMS
    return columns[1:] if is_of_money or is_sum else columns


def without_corner_of_two(columns: Sequence[int], below: PrintedCells) -> Sequence[int]:
    """The columns of a table of money without the label over two columns of labels: 收入构成, 财政拨款, 1286.35."""
    stop = columns[1] if len(columns) > 1 else 0
    labels = [cell.text for at, cell in below.items() if columns[0] <= at < stop]
    is_corner = len(labels) > 1 and all(map(may_be_label, labels)) and names_amounts(labels[-1])
    return columns[1:] if is_corner else columns


def _is_sum(texts: Sequence[str]) -> bool:
    """True for a row of three amounts or more of which the first is the sum of the others."""
    noted = [found for text in texts if (found := amount_and_notes(text)) is not None]
    values = [value for found in noted if (value := read_wan(found.amount, "万元")) is not None]
    return len(values) > _FEWEST_SUMS and values[0] > 0 and values[0] == sum(values[1:])


def names_amounts(text: str) -> bool:
    """True for the label of a row of amounts: a source, a total (合计, 支出合计), 基本支出."""
    label = find_label(text)
    is_of_money = label is not None and bool(label.kinds & AMOUNT_KINDS) and not label.has_value
    return is_of_money or begins_money(text) or fold_label(text).endswith(words("form_labels", "grand_total"))


def names_money(text: str) -> bool:
    """True for a known label of money or of its execution."""
    label = find_label(text)
    return label is not None and not label.kinds.isdisjoint(OF_MONEY)


def names_source(text: str) -> bool:
    """True for a label whose words speak of fiscal money: 市财政拨款."""
    return speaks(text, "fiscal_word") and may_be_label(text)


def is_year(text: str) -> bool:
    """True for a year alone, which may head a column or a row: 2024年."""
    return _YEAR.fullmatch(text.strip()) is not None


def year_named(text: str) -> int | None:
    """The year whose money a column or a row holds by its label: 2024年, 2024年预算, 2025年预测; None else."""
    found = _MONEY_OF_A_YEAR.fullmatch(fold_label(text)) if "20" in text else None
    return int(found[1]) if found else None


def columns_under(header: Sequence[int], indexes: Sequence[int]) -> Sequence[int] | None:
    """The columns of a header that values stand under: by order where they are as many, else the last before.

    One value more stands below the last label beside the value that begins there: that label spans both.
    """
    if len(indexes) == len(header):
        return header
    if len(header) > 1 and tuple(indexes[:-1]) == tuple(header):
        return [*header, header[-1]]
    if len(indexes) > len(header):
        return None
    found = [header[max(bisect_right(header, index) - 1, 0)] for index in indexes]
    return found if len(set(found)) == len(found) else None


def is_heading(cells: PrintedCells) -> bool:
    """True for the heading of a section alone in its row: 三、部门整体支出绩效指标."""
    if len(cells) != 1:
        return False
    (first,) = cells.values()
    if _HEADING.fullmatch(first.text) is None:
        return False
    label = find_label(first.text)
    return label is None and first.text.strip().endswith(words("form_labels", "heading_ending"))


def may_be_label(text: str) -> bool:
    """True for a short text that is neither an amount nor a sentence."""
    return len(text) <= LONGEST_LABEL and not is_amount(text) and not SENTENCE.search(text)


def parted_columns(
    header: Mapping[int, object], cells: PrintedCells, following: Sequence[PrintedCells]
) -> Mapping[int, int] | None:
    """The columns of a second row of a header, each with that of the first it is part of; None for any other row.

    It is one where texts stand below one column or more, at least two below each, and amounts below all of them, or
    shares of these; below known labels of money a cell may be blank, the first only where all the others are of money.
    An amount among them, with nothing below, is the value of its column, whose label spans both rows.
    """
    if not following or cells.keys() <= header.keys():
        return None
    first, second = (*cells, -1)[:2]
    if first not in header or (second in header and first in following[0] and second in following[0]):
        return None  # no two texts stand below the first column
    if not any(is_amount(cell.text) for cell in following[0].values()):
        return None
    own = parted_labels(header, cells, following)
    cells = {at: cell for at, cell in cells.items() if at in own}
    first, second = (*cells, -1, -1)[:2]
    if second < 0 or first not in header or second in header:
        return None  # no two texts stand below the first column
    blank = cells.keys() - following[0].keys()
    below = [following[0][index].text for index in cells if index not in blank]
    if not all(map(_is_figure, below)) or not any(map(is_amount, below)):
        return None
    if not all(names_money(cells[index].text) for index in blank):
        return None
    if first in blank and not all(names_money(own.text) or names_source(own.text) for own in cells.values()):
        return None
    parents = {index: max(at for at in header if at <= index) for index in cells}
    counts = [list(parents.values()).count(parent) for parent in set(parents.values())]
    is_apart = all(parent in cells for parent in parents.values()) and min(counts, default=0) > 1
    are_texts = all(may_be_label(cell.text) for cell in cells.values())
    return parents if is_apart and are_texts else None


def parted_labels(header: Collection[int], cells: PrintedCells, following: Sequence[PrintedCells]) -> frozenset[int]:
    """The columns of a second row of a header that are no amounts below a label of the first that spans both."""
    below = following[0] if following else {}
    return frozenset([at for at, cell in cells.items() if at not in header or at in below or not is_amount(cell.text)])


@lru_cache(maxsize=16384)
def _is_figure(text: str) -> bool:
    """True for an amount or a share."""
    return is_amount(text) or _SHARE.fullmatch(text) is not None


def parts_money(labels: Mapping[int, FormLabel], following: Sequence[PrintedCells], parted: Mapping[int, int]) -> bool:
    """True where every label of the first row that the second parts is of money, by its words or by all below it.

    Below one label alone words of money prove nothing: it may be a value. So it is where the first of them heads no
    amount: it may be the label of its row, 项目资金, below the labels of names.
    """
    parents, (below, amounts, *_) = set(parted.values()), following
    is_proved = len(parents) > 1 and min(parted) in amounts
    inner = {at: names_money(below[at].text) for at in parted} if is_proved else {}
    return all(
        labels[own].kinds & OF_MONEY
        or speaks(labels[own].label.text, "money_word")
        or (inner and all(inner[at] for at, parent in parted.items() if parent == own))
        for own in parents
    )
