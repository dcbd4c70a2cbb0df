"""The columns of a table of execution under labels that no vocabulary has: proved by the rate that is printed.

Three amounts of which the third is the printed share of the second are the budget, the adjusted budget and what was
spent. Of two small numbers beside them the score is never more than the weight.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.grid.inferred.to_date import is_of_part_of_year
from ingest.forms.labelled.labels import EXECUTION_COLUMNS, FormLabel, fold_label, speaks
from ingest.grammar.amounts import amount_and_notes, read_wan
from ingest.grammar.quantities import read_score
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import words

AMOUNTS = ("budget", "adjusted", "executed")
CHANGE = "change"
"""A kind of the label of the adjusted budget below which only what was added to the budget is printed."""
_KINDS = ("execution_rate", "execution_score", "execution_weight", "executed", "budget", "adjusted")
_OF_SPENDING = ("execution_rate", "execution_score", "executed")
_CLOSE = Decimal("0.06")
_MOST = Decimal(30)
# 98.5%（9.85分）, 98.5%/9.85, 10／98.5%
_RATE, _SCORE = r"(?P<rate>\d{1,4}(?:\.\d+)?\s?[%％])", r"\d{1,3}(?:\.\d+)?\s?"
_LABEL = r"(?:得分?\s?[：:]?\s?)"
_SCORED = re.compile(
    rf"{_RATE}\s?(?:[（(]\s?{_LABEL}?{_SCORE}分?\s?[)）]|[/／，,；;]?\s?{_LABEL}{_SCORE}分?|[/／]\s?{_SCORE}分?)"
)
_SCORED_FIRST = re.compile(rf"{_SCORE}分?\s?[/／]\s?{_RATE}")


def hinted(label: FormLabel) -> str | None:
    """The kind that the words of a label speak of, the most telling first; of a part or an earlier year none."""
    return _hint_of(label.label.text)


@lru_cache(maxsize=4096)
def _hint_of(text: str) -> str | None:
    if speaks(text, "no_target_word") or is_of_part_of_year(text):
        return None
    if speaks(text, "may_be_spent_word"):
        return "adjusted"  # 可执行预算数
    told = (kind for kind in _KINDS if speaks(text, f"{kind}_word"))
    return next((kind for kind in told if not (kind == "executed" and _is_unspent(text))), None)


def _is_unspent(text: str) -> bool:
    """True for 支出预算数, 待支付金额, 结余支出, which were not spent; 预算执行数 was."""
    is_planned = fold_label(text).rstrip("数额总金").endswith(words("form_labels", "planned_money_word"))
    return is_planned or speaks(text, "not_spent_word")


def paid(label: FormLabel) -> bool:
    """True for an unknown label of money that was paid out: spent, where no column beside it is (实际拨付, 列支数)."""
    text = label.label.text
    is_other = hinted(label) is not None or _is_of_the_past(label) or is_of_part_of_year(text)
    return not label.kinds and not is_other and not _is_unspent(text) and speaks(text, "paid_word")


def rate_and_score(value: Printed) -> tuple[Printed, Printed]:
    """A printed rate, and the score or weight of it in brackets behind or beside a stroke, NOTHING where none is."""
    if found := _SCORED.fullmatch(value.text):
        return value[: found.end("rate")], value[found.end("rate") :].strip()
    found = _SCORED_FIRST.fullmatch(value.text)
    return (value[found.start("rate") :], value[: found.start("rate")].strip()) if found else (value, NOTHING)


def read_rate(value: Printed) -> Decimal | None:
    """The number of a printed rate, its score left off; None where the text is none."""
    return read_score(rate_and_score(value)[0].text)


def is_rate_of(rate: Decimal, executed: Decimal, planned: Decimal) -> bool:
    """True for the share of what was planned that was executed, in percent or as a fraction."""
    given = 100 * executed / planned
    return abs(given - rate) < _CLOSE or abs(given - 100 * rate) < _CLOSE


def name_by_proof(row: Sequence[Entry]) -> None:
    """Give the unknown labels of columns of a row of a table their kinds, where the printed rate proves them."""
    cells = [(entry.header, entry) for entry in row if entry.header is not None]
    known = {kind for label, _ in cells for kind in label.kinds & EXECUTION_COLUMNS}
    known |= {kind for label, _ in cells if not label.kinds and (kind := hinted(label)) in _OF_SPENDING}
    if len(cells) < len(row) or not known or not any(not label.kinds for label, _ in cells):
        return
    rates = [(label, entry) for label, entry in cells if _is(label, "execution_rate") and _is_percentage(entry)]
    amounts = [(label, entry) for label, entry in cells if _may_be_amount(label) and not _is_percentage(entry)]
    amounts = [own for own in amounts if amount_and_notes(own[1].value.text) is not None][: len(AMOUNTS)]
    if len(rates) != 1 or len(amounts) != len(AMOUNTS) or any(_is_of_the_past(label) for label, _ in amounts):
        return
    values = [read_wan(entry.value.text, entry.unit) for _, entry in amounts]
    rate = read_rate(rates[0][1].value)
    if rate is None or None in values or not values[1] or not is_rate_of(rate, values[2] or Decimal(0), values[1]):
        return
    if not all(_is(label, kind) for (label, _), kind in zip(amounts, AMOUNTS, strict=True)):
        return
    for (label, _), kind in zip(amounts, AMOUNTS, strict=True):
        label.kinds = label.kinds or frozenset((kind,))
    rates[0][0].kinds = rates[0][0].kinds or frozenset(("execution_rate",))
    taken = {id(label) for label, _ in (*amounts, *rates)}
    _name_scores([own for own in cells if id(own[0]) not in taken])


def name_adjusted(row: Sequence[Entry]) -> None:
    """Of two columns of the budget that which speaks of a change is the adjusted one: 预算数（调整后）.

    So is 预算数 beside 年初预算数, unless the printed rate is that of another amount.
    """
    cells = [(entry.header or entry.label, entry) for entry in row]
    labels = {id(label): label for label, _ in cells if label is not None}
    budgets = [label for label in labels.values() if "budget" in label.kinds]
    changed = [label for label in budgets if speaks(label.label.text, "adjusted_word")]
    if not changed and len(budgets) > 1:
        plain = [label for label in budgets if not speaks(label.label.text, "budget_word")]
        changed = [label for label in plain if _has_rate_of(cells, label)]
    if len(budgets) > 1 and len(changed) == 1 and not any("adjusted" in label.kinds for label in labels.values()):
        changed[0].kinds = (changed[0].kinds - {"budget"}) | {"adjusted"}


def _has_rate_of(cells: Sequence[tuple[FormLabel | None, Entry]], label: FormLabel) -> bool:
    """True unless the printed rate is not that of the amount under a label."""
    executed, rate = _amount_of(cells, "executed"), _amount_of(cells, "execution_rate")
    planned = next(read_wan(entry.value.text, entry.unit) for own, entry in cells if own is label)
    return executed is None or rate is None or not planned or is_rate_of(rate, executed, planned)


def settle_adjusted(row: Sequence[Entry]) -> None:
    """Of several columns that may be the adjusted budget keep that of which the rate is printed; the others are none.

    预算调整数 may be the difference alone: beside the adjusted budget it is none, else it counts with the budget. Where
    no rate tells, equal amounts are one and others nobody knows.
    """
    cells = [(entry.header or entry.label, entry) for entry in row]
    own = [(label, entry) for label, entry in cells if label is not None and "adjusted" in label.kinds]
    if len(own) == 1 and _is_difference(cells, own[0][1]):
        own[0][0].kinds |= {CHANGE}
    if len(own) < 2:
        return
    amounts = {kind: _amount_of(cells, kind) for kind in ("executed", "execution_rate")}
    executed, rate = amounts["executed"], amounts["execution_rate"]
    values = [read_wan(entry.value.text, entry.unit) for _, entry in own]
    fits = [
        bool(value) and executed is not None and rate is not None and is_rate_of(rate, executed, value or Decimal(1))
        for value in values
    ]
    is_same = len(set(values)) == 1
    kept = fits.index(True) if any(fits) else 0 if is_same else -1
    for place, (label, _) in enumerate(own):
        if place != kept:
            label.kinds = label.kinds - {"adjusted"}


def _is_difference(cells: Sequence[tuple[FormLabel | None, Entry]], entry: Entry) -> bool:
    budget, executed, rate = (_amount_of(cells, kind) for kind in ("budget", "executed", "execution_rate"))
    return is_change(read_wan(entry.value.text, entry.unit), budget, executed, rate)


def is_change(value: Decimal | None, budget: Decimal | None, executed: Decimal | None, rate: Decimal | None) -> bool:
    """True for what was added to the budget: less than nothing, or the printed rate is that of both together."""
    if value is None or value < 0:
        return value is not None
    if budget is None or executed is None or rate is None or not value or not budget:
        return False
    return is_rate_of(rate, executed, budget + value) and not is_rate_of(rate, executed, value)


def _amount_of(cells: Sequence[tuple[FormLabel | None, Entry]], kind: str) -> Decimal | None:
    """The number under the label of a kind."""
    found = [entry for label, entry in cells if label is not None and kind in label.kinds]
    if len(found) != 1:
        return None
    value = found[0].value
    return read_rate(value) if kind == "execution_rate" else read_wan(value.text, found[0].unit)


def _name_scores(cells: Sequence[tuple[FormLabel, Entry]]) -> None:
    """Name weight and score among the other columns, where there are no more numbers than those."""
    numbers = [(label, value) for label, entry in cells if (value := read_score(entry.value.text)) is not None]
    if len(numbers) != 2 or any(value > _MOST for _, value in numbers):
        return
    (low, less), (high, more) = sorted(numbers, key=lambda own: (own[1], _is(own[0], "execution_weight")))
    if less <= more and _is(low, "execution_score") and _is(high, "execution_weight"):
        low.kinds = low.kinds or frozenset(("execution_score",))
        high.kinds = high.kinds or frozenset(("execution_weight",))


def _is(label: FormLabel, kind: str) -> bool:
    """True for a label that may be of a kind: the vocabulary says so, or has it not."""
    return not label.kinds or kind in label.kinds


def _may_be_amount(label: FormLabel) -> bool:
    return not label.kinds or bool(label.kinds & frozenset(AMOUNTS))


def _is_percentage(entry: Entry) -> bool:
    return rate_and_score(entry.value)[0].text.strip().endswith(("%", "％"))


def _is_of_the_past(label: FormLabel) -> bool:
    return speaks(label.label.text, "no_target_word")
