"""What an amount of a whole department is of: 基本支出, 项目支出, a source, or its total."""

from decimal import Decimal

from ingest.forms.labelled.form import MoneyCell
from ingest.forms.labelled.labels import fold_label, speaks
from ingest.forms.labelled.meaning.money import source_by_words, source_of
from ingest.source.printed import fold
from ingest.vocabulary import words

KINDS = ("project", "basic")
_TOTAL_KINDS = ("annual_total", "midterm_total")


def item_of(cell: MoneyCell) -> str | None:
    """What an amount of a department is of: project, basic, a source, or its total; None where no word tells.

    Below 基本支出 the total is that of 基本支出, and its sources are parts of it.
    """
    item = _kind_said(cell.label.text) or ("total" if cell.kind is None and _says_total(cell.label.text) else None)
    if item is None and cell.kind is not None:
        item = "total" if cell.kind in _TOTAL_KINDS else source_of(cell)
    within = _kind_said(cell.above.text)
    return item if within is None or item == within else within if item == "total" else None


def item_said(text: str) -> str | None:
    """What the words alone of a label say that an amount of a department is of; 人员经费, a part of one, is none."""
    if speaks(text, "item_basic_part"):
        return None
    return _kind_said(text) or ("total" if _says_total(text) else None)


def _kind_said(text: str) -> str | None:
    """基本支出 or 项目支出 by the words of a label, the longest counts: 人员类及运转类项目支出 is basic."""
    label = fold(text)
    found = {
        item: max((len(w) for w in words("form_labels", f"item_{item}") if fold(w) in label), default=0)
        for item in KINDS
    }
    item = max(KINDS, key=lambda kind: found[kind])
    return item if found[item] else None


def _says_total(text: str) -> bool:
    """True for an unknown label of the whole: 支出合计, 部门支出总额; 财政拨款合计 is a source."""
    folded = fold_label(text)
    is_sum = folded.endswith((*words("form_labels", "grand_total"), "总额"))
    for word in words("form_labels", "whole_word"):  # 预算 is said of sources, too
        folded = folded.replace(word, "")
    return is_sum and speaks(text, "whole_word") and source_by_words(folded) is None


def is_proved(items: dict[str, Decimal], item: str) -> bool:
    """True where the total is 基本支出 and 项目支出, or is its sources, and the item is one of them."""
    total = items.get("total")
    kinds = {name: amount for name, amount in items.items() if name in KINDS}
    sources = {name: amount for name, amount in items.items() if name not in kinds and name != "total"}
    return any(
        bool(parts) and total == sum(parts.values(), Decimal(0)) and (item == "total" or item in parts)
        for parts in (kinds, sources)
    )
