"""A result as a table in Markdown, with nothing of a document left to be read as markup."""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from ingest.vocabulary.messages import in_chinese
from jixiao.marts import terms, value_terms

_MARKUP = re.compile(r"[\\`*|~\[\]]|(?<!\w)_|_(?!\w)")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The rows under their column names; numbers exact, divisions to at most four decimals, null empty."""
    lines = [columns, ["---"] * len(columns), *([cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def chinese_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    names: Mapping[str, str] = MappingProxyType({}),
    codes: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> str:
    """The same table for Chinese readers: columns by ``names``, else by their terms, and so codes of a column."""
    known = [column.rpartition("__")[2] for column in columns]
    fields, values = terms("column_terms"), {**value_terms(), **codes}
    both = zip(columns, known, strict=True)
    heads = [names.get(column) or fields.get(own) or in_chinese(own) for column, own in both]
    said = ([values.get((own, str(value)), value) for own, value in zip(known, row, strict=True)] for row in rows)
    return table(heads, said)


def cell(value: object) -> str:
    """One value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, bool):
        return str(value).lower()
    return _MARKUP.sub(r"\\\g<0>", html.escape(" ".join(str(value).split()), quote=False))
