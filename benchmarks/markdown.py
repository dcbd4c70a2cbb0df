"""Tables of Markdown, and numbers as they stand in them."""

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; columns after the first are numbers, to the right."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    lines = [header, rule, *([str(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def number(value: float) -> str:
    """Three significant digits, thousands apart."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def share(part: float, whole: float) -> str:
    """Per cent with two decimals."""
    return f"{100 * part / whole:.2f} %" if whole else ""
