"""A result as a table in Markdown, with nothing of a document left to be read as markup."""

import html
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

_MARKUP = re.compile(r"[\\`*|~\[\]]|(?<!\w)_|_(?!\w)")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The rows under their column names; numbers exact, divisions to at most four decimals, null empty."""
    lines = [columns, ["---"] * len(columns), *([cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


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
