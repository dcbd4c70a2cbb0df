"""What the names of a grid hold besides: a target behind the name, a weight in brackets behind it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.grammar.named_targets import target_start

# 管护公厕数量（20分）
_WEIGHT = re.compile(r"[（(【\[]\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[)）】\]]$")
# 办结案件数（30） below 三级指标（权重）
_WEIGHT_SAID = re.compile(r"[（(【\[]\s*+(\d{1,3}(?:\.\d+)?)\s*+[分%]?\s*+[)）】\]]$")
_FEWEST = 2


def parted(indicators: Sequence[PrintedIndicator], grid: IndicatorGrid | None) -> list[PrintedIndicator]:
    """The indicators of a grid, what their names hold besides in its place."""
    if grid is None:
        return list(indicators)
    has_targets = any(own.annual or own.cycle for own in indicators)
    if not has_targets and not grid.sides:
        indicators = [_with_target(own, grid.is_joined) for own in indicators]
    pattern = _WEIGHT_SAID if grid.is_weighed else _WEIGHT
    return _with_weights(indicators, pattern) if grid.at("weight") is None else list(indicators)


def _with_target(printed: PrintedIndicator, is_said: bool) -> PrintedIndicator:
    name = printed.name
    start = target_start(name.text, is_said) if name is not None else None
    if name is None or start is None:
        return printed
    return replace(printed, name=name[:start].strip("：: "), annual=name[start:].strip())


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
