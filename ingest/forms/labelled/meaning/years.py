"""Money by years: columns or rows 2024年, 2025年, 2026年 beside their 合计. That of the form's year is its money."""

import re
from collections.abc import Iterable, Sequence

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry, labels_of
from ingest.forms.labelled.geometry.heads import year_named
from ingest.forms.labelled.labels import FormLabel, FoundLabel, find_label, fold_label, speaks
from ingest.source.printed import Printed, fold
from ingest.vocabulary import words

_YEAR = re.compile(r"(20\d\d)年?度?")
# 2024年预算数
_BEFORE_LABEL = re.compile(r"(20\d\d)年度?(?=\D)")
_FEWEST = 2
_PART = re.compile(r"\s*其中")
_OF_THE_YEAR = {frozenset(("overall_goal",)): frozenset(("annual_goal",))}


def settle_years(form: LabelledForm, entries: Sequence[Entry], year: int | None) -> list[Entry]:
    """The entries without those of other years, which are kept as attributes, nor any where nobody knows the year.

    Labels of the form's year become those of its money, 合计 beside years that of the whole project.
    """
    if not any(map(_may_tell_a_year, labels_of(entries))):
        return [*entries]
    kept = entries = _of_year(form, entries, year)
    for table in {entry.table for entry in entries if entry.header is not None}:
        own = [entry for entry in entries if entry.table == table and entry.header is not None]
        _label_rows(own)
        for side in ("header", "label"):
            named = {id(label): label for entry in own if (label := getattr(entry, side)) is not None}
            years = {at: found for at, label in named.items() if (found := year_named(label.label.text)) is not None}
            if len(set(years.values())) < _FEWEST:
                continue
            others = {at for at, found in years.items() if found != year}
            is_whole = not set(years.values()).isdisjoint({year}) if year is not None else False
            _name(named.values(), years, year)
            left = [entry for entry in own if id(getattr(entry, side)) in (others if is_whole else named)]
            _keep(form, left)
            kept = [entry for entry in kept if not any(entry is other for other in left)]
            break
    return kept


def _may_tell_a_year(label: FormLabel) -> bool:
    """True for a label with a year, for that of years, and for 其中 of what may be one."""
    text = label.label.text
    return (
        "20" in text
        or (not label.kinds and _PART.match(text) is not None)
        or fold_label(text) in words("form_labels", "year_label")
    )


def _label_behind(text: str, year: re.Match[str]) -> FoundLabel | None:
    """The known label behind a year: 预算数 in 2024年度预算数, 年度金额 in 2025年度金额."""
    return find_label(text[year.end() :]) or find_label(text[year.end(1) :])


def _of_year(form: LabelledForm, entries: Sequence[Entry], year: int | None) -> list[Entry]:
    """The entries without those under 2023年执行数 in a form of 2024; 2024年预算数 is 预算数 there."""
    kept: list[Entry] = []
    for entry in entries:
        label = entry.header or entry.label
        if (
            label is not None
            and not label.kinds
            and _PART.match(label.label.text)
            and year_named(label.label.text) == year
        ):
            label.kinds = frozenset(("annual_total",))  # 其中：2024年, beside the money of several years
        found = _BEFORE_LABEL.match(label.label.text.strip()) if label is not None and not label.kinds else None
        known = _label_behind(label.label.text.strip(), found) if label is not None and found else None
        if label is None or found is None or known is None or year is None:
            kept.append(entry)
        elif int(found[1]) == year:
            label.kinds = _OF_THE_YEAR.get(known.kinds, known.kinds)
            kept.append(entry)
        elif entry.header is not None:
            _keep(form, [entry])
        else:
            form.attributes.append((label.label, [entry.value]))
    return kept


def _label_rows(entries: Sequence[Entry]) -> None:
    """Take years in a column 年度 for the labels of their rows."""
    names = words("form_labels", "year_label")
    said = {e.row: e.value for e in entries if e.header and fold_label(e.header.label.text) in names}
    years = {row: value for row, value in said.items() if _YEAR.fullmatch(fold(value.text))}
    if len(years) < _FEWEST:
        return
    labels = {row: FormLabel(frozenset(), value) for row, value in years.items()}
    for entry in entries:
        if entry.row in labels and entry.label is None and entry.value is not years[entry.row]:
            entry.label = labels[entry.row]


def _name(labels: Iterable[FormLabel], years: dict[int, int], year: int | None) -> None:
    for label in labels:
        if years.get(id(label)) == year and id(label) in years:
            label.kinds = frozenset(("annual_total",))
        elif id(label) not in years and _is_sum(label.label.text):
            label.kinds = frozenset(("midterm_total",))


def _is_sum(text: str) -> bool:
    return (
        fold_label(text) in words("form_labels", "grand_total")
        or fold(text) in ("小计", "总额")
        or speaks(text, "cycle_word")
    )


def _keep(form: LabelledForm, entries: Sequence[Entry]) -> None:
    """Keep amounts of other years under both of their labels."""
    for entry in entries:
        assert entry.header is not None
        label = f"{entry.label.label.text} {entry.header.label.text}" if entry.label else entry.header.label.text
        form.attributes.append((Printed(label, range(0)), [entry.value]))
