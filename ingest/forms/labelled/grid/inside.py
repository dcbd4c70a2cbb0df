"""What the names of a grid hold besides: a target behind the name, a weight in brackets behind it, other indicators."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.grammar.named_targets import part_target
from ingest.source.printed import NOTHING

# 管护公厕数量（20分）
_WEIGHT = re.compile(r"[（(【\[]\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[)）】\]]$")
# 办结案件数（30） below 三级指标（权重）
_WEIGHT_SAID = re.compile(r"[（(【\[]\s*+(\d{1,3}(?:\.\d+)?)\s*+[分%]?\s*+[)）】\]]$")
_NUMBER = re.compile(r"指标\s*\d{1,2}\s*[:：、.．]\s*")
_FEWEST = 2


def parted(indicators: Sequence[PrintedIndicator], grid: IndicatorGrid | None) -> list[PrintedIndicator]:
    """The indicators of a grid, what their names hold besides in its place."""
    if grid is None:
        return list(indicators)
    has_targets = any(own.annual or own.cycle for own in indicators)
    if not has_targets and not grid.sides:
        alone = [one for own in indicators for one in _numbered(own)]
        indicators = [_with_target(own, grid.is_joined) for own in alone]
    pattern = _WEIGHT_SAID if grid.is_weighed else _WEIGHT
    return _with_weights(indicators, pattern) if grid.at("weight") is None else list(indicators)


def _numbered(printed: PrintedIndicator) -> list[PrintedIndicator]:
    """The indicators of a cell that numbers them: `指标1：检查次数≥3次 指标2：整改率100%`."""
    name = printed.name
    cuts = list(_NUMBER.finditer(name.text)) if name is not None else []
    if name is None or not cuts or printed.actual or printed.score:
        return [printed]
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(name.text)]
    parts = [name[start:end].strip("；; 。") for start, end in zip(starts, ends, strict=True)]
    return [replace(printed, whole=part, name=part) for part in parts if part.text]


def _with_target(printed: PrintedIndicator, is_said: bool) -> PrintedIndicator:
    name, target = part_target(printed.name or NOTHING, is_said)
    return replace(printed, name=name, annual=target) if target else printed


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
