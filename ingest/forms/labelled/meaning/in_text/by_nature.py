"""Money by what it is of in a cell without a label: 按收入性质分：财政拨款：2100，其他收入：80."""

import re
from collections.abc import Iterator

from ingest.forms.labelled.geometry.entries import Entry, Layout
from ingest.forms.labelled.labels import AMOUNT_KINDS, FormLabel, speaks
from ingest.forms.labelled.meaning.in_text.money_text import tiles
from ingest.source.printed import Printed

_BEGINS = re.compile(
    r"\s*+按(?:资金|收入|支出){1,2}(?:性质|来源|构成|类别|结构|用途)(?:划分|分类|分)?\s*+[：:，,]?\s*+(?:其中\s*+[：:])?\s*+"
)
_BLOCK = frozenset(("block",))
_ITEMS = ("item_basic", "item_project")


def part_by_nature(layout: Layout) -> None:
    """Give each amount of such a cell an entry beside the total of the form; the cell must hold nothing else."""
    total = next((entry for entry in layout.entries if entry.label and "annual_total" in entry.label.kinds), None)
    texts = [*layout.unlabelled] if total is not None else []
    for text in texts:
        found = [*_parts(text)]
        if total is None or not found:
            continue
        begin = text.at.index(found[0][0].label.at[0])
        layout.unlabelled.remove(text)
        layout.labels += [FormLabel(_BLOCK, text[:begin].strip()), *(label for label, _ in found)]
        last = max(entry.row for entry in layout.entries)
        for step, (label, amount) in enumerate(found, start=1):
            layout.entries.append(Entry(None, label, None, [amount], last + step, total.column, total.at))


def _parts(text: Printed) -> Iterator[tuple[FormLabel, Printed]]:
    """The labels and amounts of a cell that names sources of income, or what is spent on what; nothing of others."""
    begins = _BEGINS.match(text.text)
    found = tiles(text, begins.end()) if begins else []
    if all(label.kinds & AMOUNT_KINDS or any(speaks(label.label.text, item) for item in _ITEMS) for label, _ in found):
        yield from found
