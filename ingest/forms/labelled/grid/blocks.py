"""Blocks of a form's grids below each other: which side each is of, and their indicators as one."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid.inferred.columns import Texts
from ingest.forms.labelled.labels import find_label, speaks
from ingest.source.printed import fold

BLOCKS = frozenset(("annual_grid", "cycle_grid"))
_GOALS = frozenset(("annual_goal", "cycle_goal"))
_EVALUATED = ("weight", "actual", "score", "reason")
_BEGINNING = 20
"""Characters of a row that say what is below it."""
_PERFORMANCE = "绩效"
_SIDES = ("cycle", "annual")
# 长期目标1, 年度目标（一）
_NUMBER = re.compile(r"(?:\d{1,2}|[(（][一二三四五六七八九十\d]{1,2}[)）])\s*$")


class Block(NamedTuple):
    """A block of a grid: its label at the left, the side that it tells, its first indicator, and whether it is in
    other columns than the one before.
    """

    label: str
    side: str | None
    start: int
    is_moved: bool = False


def block_side(text: str) -> str | None:
    """The side of a grid's block by its label (长期绩效指标, 年度绩效指标, 长期目标1); None where it tells none."""
    numbered = _NUMBER.sub("", text)
    label = find_label(numbered)
    kinds = label.kinds if label is not None else frozenset()
    if kinds & BLOCKS:
        return "cycle" if "cycle_grid" in kinds else "annual"
    if numbered != text and kinds & _GOALS:
        return "cycle" if "cycle_goal" in kinds else "annual"
    return None


def side_said(above: Iterable[str]) -> str | None:
    """The side that the rows above a grid say, the nearest first: 项目绩效总目标（长期）; None where they say none."""
    for text in above:
        begin = text[:_BEGINNING]
        is_cycle, is_annual = speaks(begin, "cycle_word"), speaks(begin, "year_word")
        if _PERFORMANCE in begin and is_cycle != is_annual:
            return "cycle" if is_cycle else "annual"
    return None


def beside(before: Block, start: int, above: Sequence[Texts]) -> list[Block]:
    """Two blocks of grids that stood in cells beside each other, each of the goal that stands so above: 中期, 年度.

    Without such goals nothing tells their sides.
    """
    for texts in reversed(above):
        kinds = [label.kinds & _GOALS for text in texts.values() if (label := find_label(text)) is not None]
        sides = [min(own).removesuffix("_goal") for own in kinds if own]
        if sorted(sides) == ["annual", "cycle"]:
            return [before._replace(side=before.side or sides[0]), Block("", sides[1], start, True)]
    return [before, Block("", None, start, True)]


def side_of(text: str) -> str | None:
    """The side of a block by its label, else by the words of it: 中期考核绩效指标."""
    return block_side(text) or side_said([text])


def overlap(parts: list[list[PrintedIndicator]]) -> bool:
    """True where the first two blocks print the same indicators."""
    first, second = ({fold(own.name.text) for own in part if own.name is not None} for part in parts[:2])
    return 2 * len(first & second) > min(len(first), len(second))


def sides_of_blocks(sides: list[str | None], is_same: bool) -> list[str | None]:
    """The side of each block: of two that print the same indicators one is of the cycle, one of the year."""
    if not is_same:
        return [side or "annual" for side in sides]
    if len(sides) == len(_SIDES) and len(set(sides)) == len(_SIDES):
        others = {"cycle": "annual", "annual": "cycle"}
        known = next(side for side in sides if side is not None)
        return [side or others[known] for side in sides]
    return [None for _ in sides] if None in sides or len(set(sides)) < len(sides) else sides


def join_blocks(form: LabelledForm, blocks: Sequence[Block], unlabelled: Sequence[Block]) -> None:
    """Join the indicators of a grid of the cycle and one of the year, printed below each other.

    Of two grids without labels at their left only where they print the same indicators.
    """
    if not blocks and len(unlabelled) == len(_SIDES) and overlap(_parts(form, unlabelled)):
        blocks = unlabelled
    unlabelled = [own for own in unlabelled if not own.is_moved]
    parts = _parts(form, blocks)
    if any(own.cycle is not None for own in form.indicators):
        return
    if len(parts) > 1:
        sides = sides_of_blocks([block.side for block in blocks], overlap(parts))
        form.indicators = [*form.indicators[: blocks[0].start], *_joined_parts(form, parts, sides)]
    elif [block.side for block in blocks or unlabelled] == ["cycle"]:
        form.indicators = [replace(own, cycle=own.annual, annual=own.cycle) for own in form.indicators]


def _parts(form: LabelledForm, blocks: Sequence[Block]) -> list[list[PrintedIndicator]]:
    """The indicators of each block."""
    return [form.indicators[low:high] for low, high in pairwise([*(own.start for own in blocks), len(form.indicators)])]


def _joined_parts(
    form: LabelledForm, parts: list[list[PrintedIndicator]], sides: list[str | None]
) -> Iterable[PrintedIndicator]:
    """The indicators of blocks by side; targets of a block whose side nobody tells stay not understood.

    Where that is all that is known of two blocks, the same indicator in both is one.
    """
    cycle: list[PrintedIndicator] = []
    annual: list[PrintedIndicator] = []
    is_open = set(sides) == {None}
    for part, side in zip(parts, sides, strict=True):
        if side == "cycle":
            cycle += [replace(own, cycle=own.annual, annual=None) for own in part]
        elif side == "annual":
            annual += part
        else:
            targets = [own.annual for own in part if own.annual is not None]
            form.unread += targets
            form.fields = [field for field in form.fields if not any(field is own for own in targets)]
            (cycle if is_open and part is parts[0] else annual).extend([replace(own, annual=None) for own in part])
    return joined(cycle, annual) if cycle else annual


def joined(cycle: Sequence[PrintedIndicator], annual: Sequence[PrintedIndicator]) -> Iterable[PrintedIndicator]:
    """One indicator for the two of equal labels and name, or of a name that each block has once; others stay."""
    waiting: dict[tuple[str, ...], list[PrintedIndicator]] = {}
    for found in annual:
        waiting.setdefault(_identity(found), []).append(found)
    names = [Counter(_identity(found)[-1] for found in block) for block in (cycle, annual)]
    alike = {_identity(found)[-1]: found for found in annual}
    for found in cycle:
        identity = _identity(found)
        same = waiting.get(identity)
        namesake = alike.get(identity[-1])
        if not same and namesake is not None and all(counts[identity[-1]] == 1 for counts in names):
            # a page left the labels of one of them blank
            same = waiting.get(_identity(namesake)) if found.level1 is None or namesake.level1 is None else None
        if not same:
            yield found
            continue
        own = same.pop(0)
        kept, other = (found, own) if found.level1 is not None else (own, found)
        yield replace(
            kept,
            cycle=found.cycle,
            annual=own.annual,
            note=own.note or found.note,
            **{part: getattr(kept, part) or getattr(other, part) for part in _EVALUATED},
        )
    yield from (found for left in waiting.values() for found in left)


def _identity(found: PrintedIndicator) -> tuple[str, ...]:
    return tuple(fold(part.text) if part is not None else "" for part in (found.level1, found.level2, found.name))
