"""What the names of a grid hold besides: a target behind the name, a weight in brackets behind it, other indicators.

A long name may stand in two rows, the second of which prints no more.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.forms.labelled.grid.names.alone import target_alone
from ingest.forms.labelled.labels import grid_column
from ingest.grammar.named_targets import part_target
from ingest.grammar.quantities import read_score
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, Printed

# 管护公厕数量（20分）
_WEIGHT = re.compile(r"[（(【\[]\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[)）】\]]$")
# 办结案件数（30） below 三级指标（权重）
_WEIGHT_SAID = re.compile(r"[（(【\[]\s*+(\d{1,3}(?:\.\d+)?)\s*+[分%]?\s*+[)）】\]]$")
_NUMBER = re.compile(r"指标\s*\d{1,2}\s*[:：、.．]\s*")
_BEGINS = re.compile(r"指标\s*\d{1,2}\s*[:：、.．]|\d{1,2}\s?[.、．](?!\d)")
# 1.检查次数; 1.5 is a number
_ORDINAL = re.compile(r"(?:^|[；;。\s]|(?<=[^\d.]))(\d{1,2})\s?[.、．](?!\d)\s*")
_COLON = re.compile(r"\s*[:：]")
# 检查次数，指标值
_BEHIND_COMMA = re.compile(r"[，,；;、]\s*+(?P<label>[^，,；;、\d]{2,6})$")
_FEWEST = 2
WHOLE_WEIGHTS = (Decimal(100), Decimal(90), Decimal(1), Decimal("0.9"))
"""What the weights of a project add up to; 10 of 100 may be those of the execution rate."""


def parted(indicators: Sequence[PrintedIndicator], grid: IndicatorGrid | None) -> list[PrintedIndicator]:
    """The indicators of a grid, what their names hold besides in its place."""
    if grid is None:
        return list(indicators)
    indicators = [one for own in indicators for line in _lined(own) for one in _paired(line)]
    has_targets = any(own.annual or own.cycle for own in indicators)
    if not has_targets and not grid.sides:
        is_listed = any(len(_parts(own.name)) >= _FEWEST for own in indicators if own.name is not None)
        alone = [one for own in indicators for one in _numbered(_without_number(own) if is_listed else own)]
        indicators = _without_label_of_target([_with_target(own, grid.is_joined) for own in alone])
    pattern = _WEIGHT_SAID if grid.is_weighed else _WEIGHT
    indicators = [_without_name(target_alone(own)) for own in indicators]
    indicators = _with_weights(indicators, pattern) if grid.at("weight") is None else indicators
    return _with_scores(indicators) if grid.at("score") is None else indicators


def _lined(printed: PrintedIndicator) -> list[PrintedIndicator]:
    """The indicators of a cell that prints one in each of its lines, with the quantity in the same line beside it.

    What is one quantity over its lines is that of one indicator; a weight or a score of several is none of each.
    """
    target, name = printed.annual or NOTHING, printed.name or NOTHING
    if type(name.at) is range:
        return [printed]
    names, targets = _lines(name), _lines(target)
    is_each = len(names) == len(targets) >= _FEWEST and all(read_target(own.text).is_quantitative for own in targets)
    if not is_each or printed.cycle is not None or read_target(target.text).is_quantitative:
        return [printed]
    actuals, weights, scores, reasons = (
        _each(own, len(names)) for own in (printed.actual, printed.weight, printed.score, printed.reason)
    )
    columns = zip(names, targets, actuals, weights, scores, reasons, strict=True)
    return [
        replace(
            printed,
            whole=own,
            name=own,
            annual=value,
            actual=actual,
            weight=weight,
            score=score,
            reason=reason,
            progress=None,
        )
        for own, value, actual, weight, score, reason in columns
    ]


def _each(text: Printed | None, count: int) -> Sequence[Printed | None]:
    """The lines of a cell where it has so many, else None for each."""
    parts: list[Printed | None] = [*_lines(text)] if text is not None else []
    return parts if len(parts) == count else [None for _ in range(count)]


def _lines(text: Printed) -> list[Printed]:
    """The lines of a cell: its runs of characters, between which only layout stands."""
    ends = [0, *accumulate(end - start for start, end in text.runs())]
    return [part for low, high in pairwise(ends) if (part := text[low:high].strip())]


def _paired(printed: PrintedIndicator) -> list[PrintedIndicator]:
    """The indicators of a cell that numbers them, each with the target and the actual value of its number beside it.

    Numbers that do not come out even tell nothing of whose the values are; nor does one score of several.
    """
    target, actual = printed.annual, printed.actual or NOTHING
    if target is None or printed.name is None or printed.cycle is not None or not _BEGINS.match(target.text):
        return [printed]
    names, targets, actuals = (_parts(text) for text in (printed.name, target, actual))
    is_numbered = bool(_NUMBER.match(target.text))
    is_paired = len(names) == len(targets) > 1 and all(read_target(part.text).is_quantitative for part in targets)
    if not is_numbered and not is_paired:
        return [printed]  # sentences of one indicator may be numbered, too
    is_even = len(names) == len(targets)
    if len(names) > 1:
        printed = replace(printed, weight=None, score=None, reason=None)
    return [
        replace(
            printed,
            whole=name,
            name=name,
            annual=targets[place] if is_even else None,
            actual=actuals[place] if len(names) == len(actuals) else None,
        )
        for place, name in enumerate(names)
    ]


def _numbered(printed: PrintedIndicator) -> list[PrintedIndicator]:
    """The indicators of a cell that numbers them: `指标1：检查次数≥3次 指标2：整改率100%`."""
    parts = _parts(printed.name) if printed.name is not None else []
    actuals = _parts(printed.actual) if printed.actual else [NOTHING] * len(parts)
    if len(parts) < _FEWEST or len(actuals) != len(parts) or printed.score:
        return [printed]
    return [
        replace(printed, whole=part, name=part, actual=own or None) for part, own in zip(parts, actuals, strict=True)
    ]


def _without_number(printed: PrintedIndicator) -> PrintedIndicator:
    """The indicator of a cell that numbers but one, beside cells that number several: 1.合格率100%."""
    parts = _parts(printed.name) if printed.name is not None else []
    return replace(printed, name=parts[0]) if len(parts) == 1 else printed


def _parts(text: Printed) -> list[Printed]:
    """The texts that a cell numbers (指标1：…, 1.…), without their numbers; the cell where it numbers none."""
    cuts = [*_NUMBER.finditer(text.text)]
    if not cuts and _ORDINAL.match(text.text):
        cuts = [*_ORDINAL.finditer(text.text)]
        cuts = cuts if [cut[1] for cut in cuts] == [str(place) for place in range(1, len(cuts) + 1)] else []
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text.text)]
    parts = [text[start:end].strip("；; 。") for start, end in zip(starts, ends, strict=True)]
    return [part for part in parts if part.text]


def _with_target(printed: PrintedIndicator, is_said: bool) -> PrintedIndicator:
    name, target = part_target((printed.name or NOTHING).strip("；;。 "), is_said)
    return replace(printed, name=name, annual=target) if target else printed


def _without_name(printed: PrintedIndicator) -> PrintedIndicator:
    """The indicator, its name not said again before its target and its actual value: `指标1：名：126户` beside `名`."""
    if printed.name is None:
        return printed
    annual, actual = (_behind(printed.name.text, own) for own in (printed.annual, printed.actual))
    is_same = annual is printed.annual and actual is printed.actual
    return printed if is_same else replace(printed, annual=annual, actual=actual)


def _behind(name: str, value: Printed | None) -> Printed | None:
    """What stands behind a name, its number before it, and a colon; the value as it is where none of it does."""
    if value is None:
        return None
    numbered = _NUMBER.match(value.text)
    start = numbered.end() if numbered is not None else 0
    said = _COLON.match(value.text, start + len(name)) if value.text.startswith(name, start) else None
    behind = value[said.end() :].strip() if said is not None else NOTHING
    return behind if behind.text else value


def _without_label_of_target(indicators: Sequence[PrintedIndicator]) -> list[PrintedIndicator]:
    """The indicators without the label between name and target: `检查次数，指标值：≥3次`.

    It is one that the vocabulary has, or that every name ends with.
    """
    behind = [_BEHIND_COMMA.search(own.name.text) if own.name and own.annual else None for own in indicators]
    labels = {found["label"] if found else "" for found in behind}
    is_label = len(labels) == 1 and (len(indicators) >= _FEWEST or all(map(_labels_target, labels)))
    return [
        replace(own, name=own.name[: found.start()].strip())
        if own.name and found and (is_label or _labels_target(found["label"]))
        else own
        for own, found in zip(indicators, behind, strict=True)
    ]


def _labels_target(text: str) -> bool:
    return grid_column(text) in ("value", "annual")


def _with_weights(indicators: Sequence[PrintedIndicator], pattern: re.Pattern[str]) -> list[PrintedIndicator]:
    """The weights in brackets behind all names: one alone may be part of its name."""
    found = [pattern.search(own.name.text) if own.name is not None else None for own in indicators]
    if len(indicators) < _FEWEST or not all(weight is not None and weight.start() for weight in found):
        return list(indicators)
    return [
        replace(own, name=own.name[: weight.start()].strip(), weight=own.name[weight.start(1) : weight.end(1)])
        if own.name is not None and weight is not None
        else own
        for own, weight in zip(indicators, found, strict=True)
    ]


def _with_scores(indicators: Sequence[PrintedIndicator]) -> list[PrintedIndicator]:
    """The scores in brackets behind all actual values, none more than its weight: 3260册（10分）."""
    found = [_WEIGHT.search(own.actual.text) if own.actual is not None else None for own in indicators]
    weights = [read_score(own.weight.text) if own.weight is not None else None for own in indicators]
    pairs = [(read_score(one[1]), weight) for one, weight in zip(found, weights, strict=True) if one and one.start()]
    is_told = len(pairs) == len(indicators) >= _FEWEST
    if not is_told or any(one is None or weight is None or one > weight for one, weight in pairs):
        return list(indicators)
    return [
        replace(own, actual=own.actual[: one.start()].strip(), score=own.actual[one.start(1) : one.end(1)])
        if own.actual is not None and one is not None
        else own
        for own, one in zip(indicators, found, strict=True)
    ]


def with_rests(indicators: Sequence[PrintedIndicator]) -> list[PrintedIndicator]:
    """The indicators, names that stand alone in their rows joined to those above, where the weights prove it.

    They do where those of all other rows are whole: a row without one is no indicator.
    """
    others = [own for own in indicators if not _is_name_alone(own)]
    weights = [read_score(own.weight.text) if own.weight is not None else None for own in others]
    known = [weight for weight in weights if weight is not None]
    is_whole = len(known) == len(others) < len(indicators) and sum(known, Decimal(0)) in WHOLE_WEIGHTS
    if not is_whole:
        return list(indicators)
    found: list[PrintedIndicator] = []
    for own in indicators:
        before = found[-1].name if found else None
        if own.name is not None and before is not None and _is_name_alone(own):
            found[-1] = replace(found[-1], name=before.followed_by(own.name))
        else:
            found.append(own)
    return found


def _is_name_alone(own: PrintedIndicator) -> bool:
    values = (own.annual, own.cycle, own.operator, own.weight, own.actual, own.score, own.reason, own.note)
    return own.name is not None and not any(values)
