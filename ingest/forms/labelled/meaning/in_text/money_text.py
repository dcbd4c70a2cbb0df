"""Money that a form prints as one text: `总额50万元 一、财政拨款：30万元（其中：上级10万元） 二、自筹：20万元`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.forms.labelled.geometry.entries import Entry, Layout
from ingest.forms.labelled.geometry.heads import year_named
from ingest.forms.labelled.labels import AMOUNT_KINDS, FormLabel, fold_label, label_of, read_label, speaks
from ingest.forms.labelled.meaning.in_text.sentence import OF_YEAR
from ingest.forms.labelled.meaning.money import source_by_words
from ingest.grammar.amounts import amount_and_notes
from ingest.source.printed import Printed
from ingest.vocabulary import words

_AMOUNT = r"\s*(?P<amount>\d[\d,.]*+{}(?:\s*[（(][^（）()]{{1,100}}[)）])?[；;。]?)\s*"
_NUMBERED = r"(?:[一二三四五六七八九十{}]{{1,2}}[、.．])?"
_LABEL = r"(?P<mark>[，,、]?)\s*(?:其中[：:])?(?P<label>" + _NUMBERED + r"[^\d：:（）()，,；;。、]{{2,16}}{})"
_UNIT = r"\s?(?:亿元|万元|千元|元|万)"
# with its unit an amount is told from a number before the next label, without one only behind a colon or a space
_PIECES = (
    re.compile(_LABEL.format(r"\d", "[：:]?") + _AMOUNT.format(_UNIT)),
    re.compile(_LABEL.format("", "[：:]") + _AMOUNT.format("")),
    re.compile(_LABEL.format("", r"(?:(?<=\s)|(?=\s))") + _AMOUNT.format("")),
)
_TOLD = re.compile(r"[元万：:]|\s\d")
_FIRST = re.compile(_AMOUNT.format(f"(?:{_UNIT})?"))
_FEWEST = 2
_NEAR = 3
"""Characters from one cell of a row to the next, with what parts them."""
_YEAR = re.compile(r"\s*+20\d\d\s*+年度?")
_ITEMS = ("item_basic", "item_project")
_TOTALS = frozenset(("annual_total", "midterm_total"))
_SOURCES, _LEVEL = AMOUNT_KINDS - _TOTALS, frozenset(("source_fiscal_part",))


def part_amounts(layout: Layout) -> None:
    """Give each amount of such a text an entry of its own, under its own label; the text must hold nothing else."""
    of_money = {id(own) for own in layout.labels if own.kinds & AMOUNT_KINDS or speaks(own.label.text, "money_word")}
    entries = [entry for entry in layout.entries if id(entry.label or entry.header) in of_money]
    told = {id(entry) for entry in entries if _may_hold_money(entry.value.text)}
    has_rows = bool(told) and any(_is_row_of_source(entry) for entry in entries)
    found: list[Entry] = []
    for entry in layout.entries if told else ():
        pieces = (list(_pieces(entry)) or _below_blank(entry) or _of_source(entry)) if id(entry) in told else []
        if has_rows and entry.label is not None and not entry.label.kinds & AMOUNT_KINDS:
            pieces = pieces if _are_levels(pieces) else []  # words beside rows of sources, which say it
        if pieces:
            found += pieces
            layout.labels += [own.label for own in pieces if own.label is not None and own.label is not entry.label]
        else:
            found.append(entry)
    entries = found or layout.entries
    totals = [label for label in layout.labels if "midterm_total" in label.kinds and label.label.text]
    layout.entries = [_behind_total(layout, totals, entry) for entry in entries] if totals else entries


def _behind_total(layout: Layout, totals: Sequence[FormLabel], entry: Entry) -> Entry:
    """The amount of one of ``totals`` left of the one source it is paid from: 实施周期总额, 财政拨款900万元."""
    own = entry.label
    if own is None or entry.header is not None or not own.kinds or not own.kinds <= _SOURCES:
        return entry
    begin = own.label.at[0]
    beside = next((label for label in totals if 0 < begin - label.label.at[-1] <= _NEAR), None)
    is_answered = beside is None or any(other.label is beside for other in layout.entries)
    return entry if is_answered else replace(entry, label=beside)


def _may_hold_money(text: str) -> bool:
    if _TOLD.search(text) is None:
        return False
    return amount_and_notes(text) is None or all(speaks(text, item) for item in _ITEMS)


def _pieces(entry: Entry) -> Iterator[Entry]:
    """The entries of a text that is labels with their amounts from end to end, one of them known; none else."""
    value, own = entry.value, entry.label
    if any(found.start() for found in OF_YEAR.finditer(value.text)):
        return  # 其他： 2025年度申请资金：240: amounts of all years, and of one
    year = _YEAR.match(value.text)
    is_of_money = own is not None and bool(own.kinds & AMOUNT_KINDS) and year is None
    first = _FIRST.match(value.text) if is_of_money else None
    found = list(tiles(value, first.end() if first else year.end() if year else 0))
    labels = [label for label, _ in found]
    is_known = any(label.kinds & AMOUNT_KINDS for label in labels) and not _are_uses(own, labels)
    if len(found) + bool(first) < _FEWEST or not (is_known or _are_of_department(labels if first else labels[1:])):
        return
    if first:
        yield replace(entry, parts=[value[: first.end("amount")].strip()])
    for label, (_, amount) in zip(labels, found, strict=True):
        yield replace(entry, label=label, header=None, parts=[amount])


def _are_levels(entries: Sequence[Entry]) -> bool:
    """True for 中央资金 and 省级资金, which 财政拨款 consists of."""
    return all(entry.label is not None and entry.label.kinds == _LEVEL for entry in entries)


def _is_row_of_source(entry: Entry) -> bool:
    """True for an amount alone under the label of a source."""
    is_of_source = any(own is not None and own.kinds & _SOURCES for own in (entry.label, entry.header))
    return is_of_source and amount_and_notes(entry.value.text) is not None


def _are_uses(own: FormLabel | None, labels: Sequence[FormLabel]) -> bool:
    """True where labels beside a total say what money is spent on (专家服务费), or none what it is paid from.

    Words may say it under the label of money; under an unknown one (资金测算) a known source must.
    """
    parts = [label for label in labels if not label.kinds & _TOTALS]
    unknown = [label.label.text for label in parts if not label.kinds & AMOUNT_KINDS]
    is_use = any(fold_label(text).endswith(words("form_labels", "use_ending")) for text in unknown)
    is_worded = own is not None and bool(own.kinds) and any(source_by_words(text) is not None for text in unknown)
    return is_use or (len(unknown) == len(parts) and not is_worded)


def _are_of_department(labels: Sequence[FormLabel]) -> bool:
    """True for 基本支出 and 项目支出, what the money of a department consists of."""
    said = [{item for item in _ITEMS if speaks(label.label.text, item)} for label in labels]
    return len(said) == _FEWEST and all(len(own) == 1 for own in said) and said[0] != said[1]


def _below_blank(entry: Entry) -> list[Entry]:
    """The amount of a source that stands behind the label of one without amount: 专户资金：, 其他资金：2880万元."""
    inner = read_label(entry.value)
    of_source = [label is not None and label.kinds and label.kinds <= _SOURCES for label in (entry.label, inner)]
    is_amount_of = inner is not None and amount_and_notes(inner.value.text) is not None
    return [replace(entry, label=inner, parts=[inner.value])] if inner and all(of_source) and is_amount_of else []


def _of_source(entry: Entry) -> list[Entry]:
    """The amount of a year that names its one source: 2021年金额, 一般公共预算安排77300万元."""
    found = tiles(entry.value, 0) if entry.label and year_named(entry.label.label.text) is not None else []
    is_source = len(found) == 1 and found[0][0].kinds and found[0][0].kinds <= _SOURCES
    return [replace(entry, label=label, parts=[amount]) for label, amount in found] if is_source else []


def tiles(value: Printed, start: int = 0) -> list[tuple[FormLabel, Printed]]:
    """The labels and amounts that a text consists of from a place on; nothing where it holds anything else."""
    for pattern in _PIECES:
        found, at = [], start
        while at < len(value.text) and (piece := pattern.match(value.text, at)):
            kinds = label_of(value[piece.start("label") : piece.end("label")]).kinds
            label = FormLabel(kinds, value[piece.start("mark") : piece.end("label")])
            found.append((label, value[piece.start("amount") : piece.end("amount")].strip()))
            at = piece.end()
        if at == len(value.text):
            return found
    return []
