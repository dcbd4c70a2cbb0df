"""Amounts that stand together: in a block or a table of the whole project or of the year, in a column, in a sum."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.geometry.heads import year_named
from ingest.forms.labelled.labels import AMOUNT_KINDS, FormLabel, find_label, fold_label, speaks
from ingest.grammar.amounts import amount_and_notes, read_wan
from ingest.grammar.funding_sources import source_of_kind
from ingest.grammar.government_levels import is_level_alone
from ingest.source.printed import Printed
from ingest.vocabulary import words

SOURCE_KINDS = frozenset(kind for kind in AMOUNT_KINDS if kind.startswith("source_"))
TOTAL_KINDS = AMOUNT_KINDS - SOURCE_KINDS
_FEWEST_OF_A_SUM = 3
_WORDS_OF_SOURCES = ("fiscal_word", "special_account_word", "other_word")


def blocks_of_periods(entries: Sequence[Entry]) -> dict[int, int]:
    """The blocks of money of the whole project (中期资金) and of the year (年度资金), by identity, with a number each.

    Nothing where not both are printed. The total in a block of the whole project, 总额, becomes one of that.
    """
    inside = [entry for entry in entries if entry.block is not None and entry.label is not None and not entry.header]
    blocks = {id(entry.block): entry.block for entry in inside if entry.block is not None}
    cycles = {at for at, block in blocks.items() if _is_of_cycle(block)}
    years = {at for at, block in blocks.items() if _is_of_year(block)}
    if not cycles or not years:
        return {}
    for entry in inside:
        label = entry.label
        if id(entry.block) in cycles and label is not None and _is_of_year(label) and not _names_year(label):
            label.kinds = frozenset(("midterm_total",))
    return {at: number for number, at in enumerate(blocks) if at in cycles | years}


def _is_of_cycle(block: FormLabel) -> bool:
    is_of_money = bool(block.kinds & AMOUNT_KINDS) or speaks(block.label.text, "money_word")
    is_named = "midterm_total" in block.kinds or speaks(block.label.text, "cycle_word")
    return is_of_money and is_named and not _names_year(block)


def _is_of_year(label: FormLabel) -> bool:
    is_named = not label.kinds and _names_year(label) and speaks(label.label.text, "money_word")
    return "annual_total" in label.kinds or is_named


def _names_year(label: FormLabel) -> bool:
    return speaks(label.label.text, "year_word")


def listed_columns(entries: Sequence[Entry]) -> set[int]:
    """The headers of columns of a list: none of its amounts is a source of the money above it, but their sum may be."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.label is None and entry.header is not None and not entry.header.kinds:
            columns[id(entry.header)].append(entry.value.text)
    return {header for header, texts in columns.items() if len(texts) > 1 and not _has_sum(texts)}


def _has_sum(texts: Sequence[str]) -> bool:
    """True where one of three amounts or more is the sum of the others."""
    noted = [found for text in texts if (found := amount_and_notes(text)) is not None]
    amounts = [amount for found in noted if (amount := read_wan(found.amount, "万元")) is not None]
    return len(amounts) >= _FEWEST_OF_A_SUM and any(amount and amount * 2 == sum(amounts) for amount in amounts)


def tables_of_money(entries: Sequence[Entry]) -> tuple[set[int], set[int]]:
    """The tables with sources at their left, and those with sources in the header, or periods at the left alone.

    Below years in the header 总额 at the left is a sum of sources, no period.
    """
    of_labels, by_source, by_period, below_years = set[int](), set[int](), set[int](), set[int]()
    for entry in entries:
        if entry.label is not None and entry.header is not None:
            if "midterm_total" in entry.label.kinds and _names_source(entry.header):
                by_source.add(entry.table)
            if entry.label.kinds & SOURCE_KINDS:
                of_labels.add(entry.table)
            if entry.header.kinds & SOURCE_KINDS:
                by_source.add(entry.table)
            if entry.header.kinds & TOTAL_KINDS and year_named(entry.header.label.text) is not None:
                below_years.add(entry.table)
            if entry.label.kinds & TOTAL_KINDS:
                by_period.add(entry.table)
    return of_labels, by_source | (by_period - of_labels - below_years)


def _names_source(header: FormLabel) -> bool:
    """True for an unknown header whose words tell a source: periods stand at the left of its rows."""
    return not header.kinds and any(speaks(header.label.text, kind) for kind in _WORDS_OF_SOURCES)


def levels_beside(entries: Sequence[Entry], rows: Collection[int]) -> list[Entry]:
    """The amounts of levels below each other, 中央, 省级, 县级, the first in one of the ``rows`` of money."""
    levels = [*filter(_is_of_level, entries)]
    beside = {entry.at for entry in levels if entry.row in rows}
    return [entry for entry in levels if entry.at in beside]


def _is_of_level(entry: Entry) -> bool:
    """True for an amount whose label is a level of government and no more: 中央, 省级."""
    label = entry.label if entry.header is None else None
    is_named = label is not None and not label.kinds and is_level_alone(label.label.text)
    return is_named and amount_and_notes(entry.value.text) is not None


@lru_cache(maxsize=4096)
def tops_of(values: tuple[Decimal, ...], total: Decimal) -> tuple[int, ...] | None:
    """The amounts that add up to ``total``, each perhaps followed by its own parts; None where nothing does."""
    return _search(values, total, 0)


def _search(values: tuple[Decimal, ...], left: Decimal, start: int) -> tuple[int, ...] | None:
    if start == len(values):
        return () if left == 0 else None
    best: tuple[int, ...] | None = None
    for stop in ends_of_parts(values, start):
        rest = _search(values, left - values[start], stop)
        if rest is not None and (best is None or len(rest) + 1 > len(best)):
            best = (start, *rest)
    return best


def ends_of_parts(values: tuple[Decimal, ...], start: int) -> Iterator[int]:
    """Behind which amounts the one at ``start`` may end: at once, or behind amounts that add up to it."""
    yield start + 1
    running = Decimal(0)
    for stop in range(start + 1, len(values)):
        running += values[stop]
        if running == values[start] and running != 0:
            yield stop + 1


def source_said(attributes: Sequence[tuple[Printed, Sequence[Printed]]]) -> str | None:
    """The one source that a form names in words beside its amount: 资金来源 单位自有资金; None where it names none."""
    texts = [v.text for label, values in attributes if fold_label(label.text) in _labels_of_sources() for v in values]
    labels = [find_label(text) for text in texts]
    kinds = {kind for label in labels if label is not None and not label.has_value for kind in label.kinds}
    sources = {source_of_kind(kind.removesuffix("_part")) for kind in kinds}
    return sources.pop() if len(texts) == 1 and len(sources) == 1 else None


@cache
def _labels_of_sources() -> frozenset[str]:
    return frozenset(words("form_labels", "source_label"))
