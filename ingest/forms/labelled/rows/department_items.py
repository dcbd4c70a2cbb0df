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
    """What an amount of a department is of: project, basic, a source, or its total; None where no word tells."""
    label = fold(cell.label.text)
    for item in KINDS:
        if any(fold(word) in label for word in words("form_labels", f"item_{item}")):
            return item
    if cell.kind is None:
        return "total" if _says_total(cell.label.text) else None
    return "total" if cell.kind in _TOTAL_KINDS else source_of(cell)


def _says_total(text: str) -> bool:
    """True for an unknown label of the whole: 支出合计, 部门支出总额; 财政拨款合计 is a source."""
    is_sum = fold_label(text).endswith((*words("form_labels", "grand_total"), "总额"))
    return is_sum and speaks(text, "whole_word") and source_by_words(text) is None


def is_proved(items: dict[str, Decimal], item: str) -> bool:
    """True where the total is 基本支出 and 项目支出, or is its sources, and the item is one of them."""
    total = items.get("total")
    kinds = {name: amount for name, amount in items.items() if name in KINDS}
    sources = {name: amount for name, amount in items.items() if name not in kinds and name != "total"}
    return any(
        bool(parts) and total == sum(parts.values(), Decimal(0)) and (item == "total" or item in parts)
        for parts in (kinds, sources)
    )
