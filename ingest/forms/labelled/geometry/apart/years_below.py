"""Rows of years below each source of money: 财政拨款 650, below it 2024年 200, 2025年 300, 2026年 150.

The source may stand left of its years, with an amount of its own or none; that is of the whole project.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.geometry.heads import year_named
from ingest.forms.labelled.labels import AMOUNT_KINDS, FormLabel, speaks
from ingest.grammar.amounts import is_amount, read_wan
from ingest.source.printed import Printed

_TOTALS = frozenset(("annual_total", "midterm_total"))
_WHOLE = frozenset(("midterm_total",))
_FEWEST = 2
_OF_YEARS = -1
"""The column of the amounts of the form's year: they are a group of their own."""


class _Run(NamedTuple):
    """A label of money, the entry of its own amount, and the amounts of its years with the labels of these."""

    label: FormLabel
    own: Entry | None
    years: list[tuple[FormLabel, Entry]]

    @property
    def is_of_source(self) -> bool:
        """True for a source with the amounts of two years or more."""
        years = {year_named(label.label.text) for label, _ in self.years}
        return self.label.kinds.isdisjoint(_TOTALS) and len(years) >= _FEWEST


def years_below(form: LabelledForm, entries: Sequence[Entry], year: int | None) -> list[Entry]:
    """The entries with the amounts of the form's year under the labels of their sources; those of other years become
    attributes under both labels, and what sources have in all years is of the whole project.
    """
    runs = [run for run in [*_runs(entries)] if run.years]  # each is whole once the next begins
    if not any(run.is_of_source for run in runs):
        return [*entries]
    left = [entry for entry in entries if entry.header is None and year_named(entry.value.text) is not None]
    form.fillers += [entry.value for entry in left]
    for run in runs:
        kinds = run.label.kinds & AMOUNT_KINDS
        for label, entry in run.years:
            if year_named(label.label.text) == year:
                entry.label, entry.block, entry.at = FormLabel(kinds, run.label.label), None, _OF_YEARS
            else:
                left.append(entry)
                form.of_years.append(entry.value)
                _keep(form, run, label.label.text, entry)
    of_year = [entry for entry in entries if entry.at == _OF_YEARS]
    owns = [run.own for run in runs if run.own is not None]
    sources = [own for own in owns if own.label is not None and own.label.kinds.isdisjoint(_TOTALS)]
    totals = [entry for entry in entries if entry not in of_year and _is_total(entry)]
    whole = [entry for entry in totals if of_year and sources and _wan([entry]) == _wan(sources)]
    for entry in whole:
        assert entry.label is not None
        entry.label.kinds = _WHOLE
    for entry in [*totals, *owns]:
        if entry not in whole and not (whole and entry in owns) and not _is_of_year(entry, of_year):
            left += [] if entry in left else [entry]
            _keep_own(form, entry)
    return [entry for entry in entries if entry not in left]


def _is_total(entry: Entry) -> bool:
    return entry.header is None and entry.label is not None and "annual_total" in entry.label.kinds


def _is_of_year(entry: Entry, of_year: Sequence[Entry]) -> bool:
    """True for a total of the year, by its amount or by a word of its label: 年度资金总额."""
    is_named = entry.label is not None and speaks(entry.label.label.text, "year_word")
    return _is_total(entry) and (is_named or (bool(of_year) and _wan([entry]) == _wan(of_year)))


def _wan(entries: Sequence[Entry]) -> Decimal:
    return sum((read_wan(entry.value.text, entry.unit) or Decimal(0) for entry in entries), Decimal(0))


def _runs(entries: Sequence[Entry]) -> Iterator[_Run]:
    """The labels of money with the rows of years right below each, or right of it."""
    run, last, said = None, -1, None
    for entry in entries:
        label, block = entry.label, entry.block
        is_below = run is not None and entry.row - last <= 1
        if entry.header is not None or label is None:
            run, said = None, None
        elif label.kinds & AMOUNT_KINDS and year_named(entry.value.text) is not None:
            run, said = _Run(label, None, []), FormLabel(frozenset(), entry.value)
            yield run
        elif said is not None and run is not None and label is run.label and is_amount(entry.value.text):
            run.years.append((said, entry))
            said = None
        elif label.kinds & AMOUNT_KINDS and is_amount(entry.value.text):
            run = _Run(label, entry, [])
            yield run
        elif year_named(label.label.text) is not None and not label.kinds and is_amount(entry.value.text):
            if block is not None and block.kinds & AMOUNT_KINDS and (run is None or run.label is not block):
                run = _Run(block, None, [])
                yield run
            elif not is_below:
                run = None
            if run is not None:
                run.years.append((label, entry))
        else:
            run = None
        last = entry.row


def _keep(form: LabelledForm, run: _Run, year: str, entry: Entry) -> None:
    label = f"{run.label.label.text.strip('：: ')} {year.strip()}".strip()
    form.attributes.append((Printed(label, range(0)), [entry.value]))


def _keep_own(form: LabelledForm, entry: Entry) -> None:
    assert entry.label is not None
    form.attributes.append((entry.label.label, [entry.value]))
