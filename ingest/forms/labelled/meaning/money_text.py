"""Money that a form prints as one text: `总额50万元 一、财政拨款：30万元（其中：上级10万元） 二、自筹：20万元`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.forms.labelled.geometry.entries import Entry, Layout
from ingest.forms.labelled.labels import AMOUNT_KINDS, label_of, speaks
from ingest.source.printed import Printed

_PIECE = re.compile(
    r"\s*(?P<label>(?:[一二三四五六七八九十\d]{1,2}[、.．])?[^\d：:（）()，,；;。、]{2,16}[：:]?)"
    r"\s*(?P<amount>\d[\d,.]*+\s?(?:亿元|万元|千元|元|万)(?:\s*[（(][^（）()]{1,100}[)）])?)\s*(?P<mark>[；;，,。、]?)"
)
_FEWEST = 2


def part_amounts(layout: Layout) -> None:
    """Give each amount of such a text an entry of its own, under its own label; the text must hold nothing else."""
    found: list[Entry] = []
    for entry in layout.entries:
        pieces = list(_pieces(entry)) if _may_hold_money(entry) else []
        found += pieces or [entry]
        layout.labels += [piece.label for piece in pieces if piece.label is not None]
    layout.entries = found


def _may_hold_money(entry: Entry) -> bool:
    label = entry.label or entry.header
    return label is not None and speaks(label.label.text, "money_word")


def _pieces(entry: Entry) -> Iterator[Entry]:
    """The entries of a text that is labels with their amounts from end to end, one of them known; none else."""
    value = entry.value
    parts: list[tuple[Printed, Printed]] = []
    start = 0
    while start < len(value.text):
        piece = _PIECE.match(value.text, start)
        if piece is None:
            return
        parts.append((value[piece.start("label") : piece.end("label")], value[piece.start("amount") : piece.end()]))
        start = piece.end()
    labels = [label_of(label) for label, _ in parts]
    if len(parts) < _FEWEST or not any(label.kinds & AMOUNT_KINDS for label in labels):
        return
    for label, (_, amount) in zip(labels, parts, strict=True):
        yield replace(entry, label=label, header=None, parts=[amount.strip()])
