"""Several columns of targets side by side: of other years, applied for, of the year's begin."""

from collections.abc import Mapping, Sequence

from ingest.forms.labelled.grid.columns import OTHER_TARGET, UNKNOWN
from ingest.forms.labelled.labels import fold_label, names_target, speaks
from ingest.grammar.quantities import is_operator, read_score
from ingest.grammar.years import printed_years
from ingest.source.printed import fold

VALUES = ("value", "annual", "cycle")
_MOST = 2  # a cycle and its year


def settle(
    columns: dict[int, str], texts: Mapping[int, str], year: int | None, below: Sequence[Mapping[int, str]] = ()
) -> None:
    """Say which of several columns of targets is that of the year; the others are kept beside it, or nobody knows.

    So is what a form of monitoring says of some months and expects of the year: 1-7月执行情况, 全年预计完成情况.
    ``year`` is that of the form. Of what is applied for and approved the approved counts, of the year's begin and the
    adjusted the adjusted, by which the score is judged; of rows ``below`` that print signs the column of their numbers.
    """
    values = [index for index in sorted(columns) if columns[index] in VALUES]
    unknown = [index for index in texts if values and index > values[0] and index not in columns]
    columns |= {index: OTHER_TARGET for index in unknown if speaks(texts[index], "monitored_word")}
    if not values:
        columns |= dict.fromkeys(_between_sign_and_unit(columns), "annual")
    years = {index: found[0] for index in values if len(found := printed_years(texts[index])) == 1}
    if len(values) < _MOST:
        columns |= {index: OTHER_TARGET for index, own in years.items() if year is not None and own != year}
        return
    adjusted = [index for index in values if speaks(texts[index], "adjusted_target_word")]
    applied = [index for index in values if speaks(texts[index], "applied_word")]
    approved = [index for index in values if speaks(texts[index], "approved_word")]
    if len(set(years.values())) > 1:
        columns |= {index: "annual" if own == year else OTHER_TARGET for index, own in years.items()}
    elif len(adjusted) == 1:
        columns |= {index: OTHER_TARGET for index in values if columns[index] != "cycle"} | {adjusted[0]: "annual"}
    elif len(approved) == 1 and applied:
        columns |= dict.fromkeys(applied, OTHER_TARGET)
    elif list(columns.values()).count("level3") > 1:
        pass  # each stands behind a name of its own: the cycle at the left, the year at the right
    elif len(measured := [index for index in values if _is_measured(columns, index)]) == 1:
        columns |= {index: "note" for index in values if index not in measured and columns[index] == "value"}
    elif (numbers := _of_signs(columns, values, below)) is not None:
        columns |= {index: "note" for index in values if index != numbers and columns[index] == "value"}
    elif (told := _by_brackets(columns, texts, values)) is not None:
        columns |= told
    elif others := _unlike(columns, texts, values):
        columns |= dict.fromkeys(others, OTHER_TARGET)
    elif _is_open(columns, texts, values):
        columns |= dict.fromkeys(values, UNKNOWN)
    columns |= dict.fromkeys(_may_be_answered(columns, texts, values), UNKNOWN)
    left = [index for index in values if columns[index] in VALUES]
    columns |= dict.fromkeys(left[_MOST:], OTHER_TARGET)


def _by_brackets(columns: Mapping[int, str], texts: Mapping[int, str], values: list[int]) -> dict[int, str] | None:
    """What two columns under one label hold whose brackets differ: 目标值（基本）, 目标值（挑战）; None for others.

    The brackets say cycle and year, or one column has none and counts, or neither is told to be the form's.
    """
    own = [texts[index] for index in values]
    is_alike = len(values) == _MOST and {columns[index] for index in values} == {"value"}
    if not is_alike or len(set(map(fold_label, own))) > 1 or len(set(map(fold, own))) < _MOST:
        return None
    sides = ["cycle" if speaks(text, "cycle_word") else "annual" if speaks(text, "year_word") else "" for text in own]
    plain = [fold(text) == fold_label(text) for text in own]
    if set(sides) == {"cycle", "annual"}:
        return dict(zip(values, sides, strict=True))
    return {at: "value" if is_plain else OTHER_TARGET for at, is_plain in zip(values, plain, strict=True)}


def initial_target(columns: Mapping[int, str], texts: Mapping[int, str], annual: int) -> int | None:
    """The column of the targets that those of the column ``annual`` adjust; None where they adjust none."""
    others = [at for at, role in columns.items() if role == OTHER_TARGET and not speaks(texts[at], "no_target_word")]
    return others[0] if len(others) == 1 and speaks(texts[annual], "adjusted_target_word") else None


def _unlike(columns: Mapping[int, str], texts: Mapping[int, str], values: list[int]) -> list[int]:
    """The columns whose labels say more than the vocabulary's, beside the year's: 一季度目标值, 全年目标值."""
    more = [index for index in values if not names_target(texts[index])]
    yearly = [index for index in values if columns[index] == "annual"]
    plain = yearly or [index for index in values if index not in more and columns[index] != "cycle"]
    return [index for index in more if columns[index] == "value"] if plain else []


def _may_be_answered(columns: Mapping[int, str], texts: Mapping[int, str], values: list[int]) -> list[int]:
    """The year's targets, and those under a label of no vocabulary right between them and what was achieved.

    Either may be what the actual values answer: 年初指标值 and 核定指标值.
    """
    order = sorted(columns)
    for before, at, behind in zip(order, order[1:], order[2:], strict=False):
        is_between = before in values and at in values and columns[behind] == "actual"
        if is_between and columns[before] == "annual" and columns[at] not in VALUES and not names_target(texts[at]):
            return [before, at]
    return []


def _between_sign_and_unit(columns: Mapping[int, str]) -> list[int]:
    """The column under a second label of names that stands beside its signs or units: 运算符号, 指标内容, 度量单位."""
    names = [index for index in sorted(columns) if columns[index] == "level3"]
    beside = [index for index in names[1:] if _is_measured(columns, index)]
    return beside if len(beside) == 1 else []


def _is_measured(columns: Mapping[int, str], index: int) -> bool:
    """True for a column of targets between those of their signs and of their units: 目标值, 指标值内容 behind them."""
    order = sorted(columns)
    place = order.index(index)
    before = columns[order[place - 1]] if place else ""
    return before == "operator" or "unit" in [columns[at] for at in order[place + 1 : place + 2]]


def _of_signs(columns: Mapping[int, str], values: list[int], below: Sequence[Mapping[int, str]]) -> int | None:
    """The one column that prints bare numbers in most rows with a sign of comparison, where no other ever does."""
    sign = next((index for index, role in columns.items() if role == "operator"), -1)
    rows = [row for row in below if is_operator(row.get(sign, ""))]
    numbers = {index: sum(read_score(row.get(index, "")) is not None for row in rows) for index in values}
    found = [index for index, count in numbers.items() if count]
    return found[0] if len(found) == 1 and 2 * numbers[found[0]] > len(rows) > 1 else None


def _is_open(columns: Mapping[int, str], texts: Mapping[int, str], values: list[int]) -> bool:
    """True for different labels of which none says whose target it is."""
    kinds = {columns[index] for index in values}
    is_different = len({fold_label(texts[index]) for index in values}) == len(values)
    return is_different and len(kinds) == 1
