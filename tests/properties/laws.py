"""What holds of every reading of any document."""

import re
from dataclasses import asdict

from ingest.rows import Reading

_TABLES = ("units", "projects", "funding", "totals", "indicators", "repairs", "issues", "not_understood")


def broken_laws(reading: Reading) -> list[str]:
    """The laws that a reading breaks, in words; none for a sound reading."""
    document, text = reading.document, reading.source.text
    parts = (
        document.field_characters,
        document.label_characters,
        document.layout_characters,
        document.not_understood_characters,
    )
    broken = []
    if not sum(parts) == document.characters == len(text):
        broken.append(f"characters {parts} of {document.characters}, text {len(text)}")
    left = sum(len(row.text) for row in reading.not_understood)
    if left != document.not_understood_characters:
        broken.append(f"not understood: {left} in rows, {document.not_understood_characters} counted")
    for row in reading.not_understood:
        if text[row.char_start : row.char_end] != row.text:
            broken.append(f"{row.text!r} is not the text at its span")
    for start, end in _spans(reading):
        if not 0 <= start <= end <= len(text):
            broken.append(f"span {start}:{end} outside the text")
    return broken


def _spans(reading: Reading) -> list[tuple[int, int]]:
    spans = []
    for table in _TABLES:
        for row in getattr(reading, table):
            values = asdict(row)
            for name, start in values.items():
                if name.endswith("_start") and start is not None:
                    spans.append((start, values[name.removesuffix("_start") + "_end"]))
    return spans


def words_of(reading: Reading) -> str:
    """Every text of a reading's rows but the source itself, without white space, one after another."""
    rows = [reading.document, *(row for table in _TABLES for row in getattr(reading, table))]
    texts = [value for row in rows for value in asdict(row).values() if isinstance(value, str)]
    return re.sub(r"\s+", "", "\n".join(texts))
