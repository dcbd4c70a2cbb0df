"""Money by years: columns or rows 2024年, 2025年, 2026年 beside their 合计. That of the form's year is its money."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.geometry.apart.years_below import years_below
from ingest.forms.labelled.geometry.entries import Entry, labels_of
from ingest.forms.labelled.geometry.heads import year_named
from ingest.forms.labelled.labels import (
    AMOUNT_KINDS,
    FormLabel,
    FoundLabel,
    find_label,
    fold_label,
    printed_unit,
    speaks,
)
from ingest.forms.labelled.meaning.money import source_by_words
from ingest.grammar.amounts import amount_and_notes, is_amount, read_wan
from ingest.source.printed import NOTHING, Printed, fold
from ingest.vocabulary import words

_YEAR = re.compile(r"(20\d\d)年?度?")
# 2024年预算数
_BEFORE_LABEL = re.compile(r"(20\d\d)年度?(?=\D)")
# 当年金额 beside 2020年, 2021年
_THIS_YEAR = re.compile("(?:当年|本年度?)(?:度?(?:收支|收入|支出)?(?:金额|预算数?|资金|预算金额)?)")
# 资金总额（2024-2026年）, 资金总额（2024年-2026年）
_SEVERAL_YEARS = re.compile(r"[（(【](20\d\d)年?度?[-—–~～至](20\d\d)年?度?[）)】]")
_RANGE = re.compile(r"(20\d\d)年?度?[-—–~～至到](20\d\d)年?度?(?:合计|小计|资金|预算)?")
_FEWEST = 2
_FEWEST_OF_A_SUM = 3
_SOURCE_KINDS = frozenset(kind for kind in AMOUNT_KINDS if kind.startswith("source_"))
_PART = re.compile(r"\s*其中")
_OF_THE_YEAR = {frozenset(("overall_goal",)): frozenset(("annual_goal",))}


def part_years_of_sum(form: LabelledForm, years: Sequence[int], unit: str) -> None:
    """Tell the money of the year from a total that is the sum of columns of years: 资金总额, 2025年, 2026年, 2027年.

    The total is of the whole project, that of the form's one year (``years``) its money; where the year is not known,
    or none of the columns, the total is of no year. Columns of years alone (2023年预算, 2024年预算) are of their years.
    """
    dated = {
        year: (label, values[0])
        for label, values in form.attributes
        if len(values) == 1 and (year := year_named(label.text)) is not None
    }
    label, value = dated.get(years[0], (NOTHING, NOTHING)) if len(years) == 1 else (NOTHING, NOTHING)
    totals = [cell for cell in form.money if cell.kind == "annual_total"]
    if len(dated) < _FEWEST or len(totals) != 1:
        is_told = len(dated) >= _FEWEST or bool(form.money) or speaks(label.text, "money_word")
        if is_told and all(cell.kind == "midterm_total" for cell in form.money) and is_amount(value.text):
            own_unit = printed_unit(label.text) or unit
            form.money.append(MoneyCell("annual_total", ("row", 1), label, value, own_unit))
            form.attributes = [(own, values) for own, values in form.attributes if own is not label]
        return
    (total,) = totals
    parts = [read_wan(value.text, total.unit) for _, value in dated.values()]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or read_wan(total.printed.text, total.unit) != sum(known, Decimal(0)):
        return
    if value and len(form.money) > 1:  # nobody knows what of its sources is of the year
        form.attributes += [(cell.label, [cell.printed]) for cell in form.money]
        form.money = [MoneyCell("annual_total", ("row", 1), label, value, total.unit)]
        form.attributes = [(own, values) for own, values in form.attributes if own is not label]
    elif value:
        total.kind = "midterm_total"
        form.money.append(MoneyCell("annual_total", ("row", 1), label, value, total.unit))
        form.attributes = [(own, values) for own, values in form.attributes if own is not label]
    else:
        form.money.remove(total)
        form.attributes.append((total.label, [total.printed]))


def settle_years(form: LabelledForm, entries: Sequence[Entry], year: int | None) -> list[Entry]:
    """The entries without those of other years, which are kept as attributes, nor any where nobody knows the year.

    Labels of the form's year become those of its money, 合计 beside years that of the whole project.
    """
    entries = years_below(form, entries, year)
    if not any(map(_may_tell_a_year, labels_of(entries))):
        return [*entries]
    for label in labels_of(entries):
        if "annual_total" in label.kinds and _is_of_several_years(label.label.text):
            label.kinds = frozenset(("midterm_total",))
    kept = entries = _of_year(form, entries, year)
    for table in {entry.table for entry in entries if entry.header is not None}:
        own = [entry for entry in entries if entry.table == table and entry.header is not None]
        _label_rows(own)
        for side in ("header", "label"):
            named = {id(label): label for entry in own if (label := getattr(entry, side)) is not None}
            years: dict[int, int | None] = {
                at: found for at, label in named.items() if (found := year_named(label.label.text)) is not None
            }
            if years and year not in years.values():
                years |= {at: year for at, label in named.items() if _THIS_YEAR.fullmatch(fold_label(label.label.text))}
            if len(set(years.values())) < _FEWEST:
                continue
            others = {at for at, found in years.items() if found != year}
            is_whole = year in years.values()
            _name(named.values(), years, year)
            left = [entry for entry in own if id(getattr(entry, side)) in (others if is_whole else named)]
            _keep(form, left)
            kept = [entry for entry in kept if not any(entry is other for other in left)]
            break
    return kept


def _is_of_several_years(text: str) -> bool:
    """True for a total with its first and its last year in brackets."""
    found = _SEVERAL_YEARS.search(text)
    return found is not None and found[1] < found[2]


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
        if label is not None and not label.kinds and year is not None and year_named(label.label.text) == year:
            _name_in_block(entry, label, entries)
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


def _name_in_block(entry: Entry, label: FormLabel, entries: Sequence[Entry]) -> None:
    """Take 其中：2024年, or 2024年金额 in a block of money, for the year's total; 总金额 beside it is of all years."""
    is_of_money = entry.block is not None and printed_unit(entry.block.label.text) is not None
    if _PART.match(label.label.text) or is_of_money:
        label.kinds = frozenset(("annual_total",))
    for other in entries if is_of_money else ():
        beside = other.label if other.block is entry.block and other.header is None else None
        if beside is not None and not beside.kinds and _is_sum(beside.label.text):
            beside.kinds = frozenset(("midterm_total",))


def name_totals(entries: Sequence[Entry]) -> set[int]:
    """Name the first column in a block of money, unknown, a total where in several rows the others add up to it.

    Gives the tables of these: their rows are of periods.
    """
    found = set[int]()
    if all(entry.header is None or entry.header.kinds for entry in entries):
        return found
    tables: defaultdict[int, defaultdict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if entry.block is None or entry.label is None or entry.header is None:
            continue
        if printed_unit(entry.block.label.text) is not None and amount_and_notes(entry.value.text) is not None:
            tables[entry.table][entry.row].append(entry)
    for table, rows in tables.items():
        firsts = {id(own[0].header): own[0].header for own in rows.values()}
        kinds = [entry.header.kinds for own in rows.values() for entry in own if entry.header]
        is_unknown = not kinds[0] and all(own <= _SOURCE_KINDS for own in kinds)
        is_by_source = is_unknown and all(map(_is_total_of_sources, rows.values()))
        if len(rows) > 1 and len(firsts) == 1 and is_by_source:
            (first,) = firsts.values()
            assert first is not None
            first.kinds = frozenset(("annual_total",))
            found.add(table)
    return found


def _is_total_of_sources(row: Sequence[Entry]) -> bool:
    """True where the first of three amounts or more is the sum of the others, each of a source that its label tells."""
    values = [read_wan(entry.value.text, entry.unit) or Decimal(0) for entry in row]
    headers = [entry.header for entry in row[1:] if entry.header]
    sources = {label.only(_SOURCE_KINDS) or source_by_words(label.label.text) for label in headers}
    is_sum = len(values) >= _FEWEST_OF_A_SUM and values[0] != 0 and values[0] == sum(values[1:])
    return is_sum and None not in sources and len(sources) > 1


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


def _name(labels: Iterable[FormLabel], years: Mapping[int, int | None], year: int | None) -> None:
    for label in labels:
        if years.get(id(label)) == year and id(label) in years:
            label.kinds = frozenset(("annual_total",))
        elif id(label) not in years and (_is_sum(label.label.text) or _is_range(label.label.text)):
            label.kinds = frozenset(("midterm_total",))


def _is_range(text: str) -> bool:
    """True for 2024-2026年 beside the years."""
    found = _RANGE.fullmatch(fold_label(text))
    return found is not None and found[1] < found[2]


def _is_sum(text: str) -> bool:
    return (
        fold_label(text) in words("form_labels", "grand_total")
        or fold(text) in ("小计", "总额", "总金额")
        or speaks(text, "cycle_word")
    )


def _keep(form: LabelledForm, entries: Sequence[Entry]) -> None:
    """Keep amounts of other years under both of their labels."""
    for entry in entries:
        assert entry.header is not None
        label = f"{entry.label.label.text} {entry.header.label.text}" if entry.label else entry.header.label.text
        form.attributes.append((Printed(label, range(0)), [entry.value]))
