"""Characters that are no text of a page: watermarks, across others or all over it, and small marks set into it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

Placed = tuple[str, float, float, float, float]
"""A character, its left, top, right and bottom; upwards counts more."""

Colour = tuple[int, int, int, int]
"""Red, green, blue and alpha, of 255."""

Span = tuple[float, float]

# Pale is more than half transparent or as light as that, up to white, which stands on dark ground.
MOST_OPAQUE = 140
"""A colour of less alpha is pale."""
_LIGHTEST, _LIGHT = 250, 150
# How much larger than usual a character is that may stand across others.
_LARGER = 1.8
# Characters of one text are not smaller than the next higher ones by more than this.
_ONE_SIZE = 0.7
_FEWEST_ACROSS = 2
# A rule runs through a character where it is so far inside it, in shares of its size; an underline is less.
_ON_RULE = 0.3
_FEWEST_TILES = 4
# A mark is so much smaller than usual, of so few characters, and all marks are so few of the characters of a page.
_SMALLER, _LONGEST, _FEW = 0.7, 4, 0.05
# How far it stands from the text where no rule stands between, in heights of that.
_BESIDE = 12.0
_COLOURED = 64
_MOST_ASKED = 500


def is_pale(colour: Colour) -> bool:
    """True for a colour of watermarks, which text has seldom."""
    return colour[3] <= MOST_OPAQUE or _LIGHT < min(colour[:3]) < _LIGHTEST


def is_coloured(colour: Colour) -> bool:
    """True for a colour that is neither black nor grey nor white."""
    return max(colour[:3]) - min(colour[:3]) > _COLOURED


def small_marks(
    coloured: Collection[Sequence[int]], placed: Sequence[Placed], rules: Sequence[Sequence[float]]
) -> set[int]:
    """Which characters of ``coloured`` texts (by number) are marks that somebody set beside text: few, small and alone.

    A text beside no other up to the next of the ``rules``, or beside one of its kind, is printed with the page.
    """
    short = [group for group in coloured if len(group) <= _LONGEST]
    if not short:
        return set()
    own = {number for group in coloured for number in group}
    others = [one for number, one in enumerate(placed) if number not in own and one[0] > " "]
    heights = sorted(one[2] - one[4] for one in others)
    usual = heights[len(heights) // 2] if heights else 0.0
    small = [group for group in short if all(placed[n][2] - placed[n][4] < _SMALLER * usual for n in group)]
    if not 0 < sum(map(len, small)) < _FEW * len(placed):
        return set()
    upright = [(x0, y0, y1) for x0, y0, x1, y1 in rules if x1 - x0 < y1 - y0]
    marks: set[int] = set()
    for group in small:
        left, bottom, right, top = near = _around([placed[number] for number in group])
        walls = [x for x, y0, y1 in upright if y0 < (bottom + top) / 2 < y1]
        middle, reach = (left + right) / 2, _BESIDE * usual
        before = max((wall for wall in walls if wall < middle), default=left - reach)
        behind = min((wall for wall in walls if wall > middle), default=right + reach)
        room = (before, bottom, behind, top)
        kin = [placed[number] for number in own.difference(group)]
        if _holds_any(room, others) and not _holds_any(near, kin):
            marks.update(group)
    return marks


def _around(written: Sequence[Placed]) -> tuple[float, float, float, float]:
    """What is nearer to characters than one more of their height would be: left, bottom, right, top."""
    height = max(one[2] - one[4] for one in written)
    left, right = min(one[1] for one in written), max(one[3] for one in written)
    bottom, top = min(one[4] for one in written), max(one[2] for one in written)
    return left - height, bottom - height / 2, right + height, top + height / 2


def _holds_any(box: tuple[float, float, float, float], written: Sequence[Placed]) -> bool:
    left, bottom, right, top = box
    return any(left < x1 and x0 < right and bottom < y1 and y0 < top for _, x0, y1, x1, y0 in written)


def watermarks(
    pale: Collection[Sequence[int]],
    placed: Sequence[Placed],
    large: Sequence[int],
    left_out: Collection[int],
    rules: Sequence[Sequence[float]],
) -> set[int]:
    """Which characters (by number) are watermarks: pale ones (a group a colour) or ``large`` ones across others or
    across ``rules``, or pale ones that say the same all over the page; ``left_out`` are not seen.
    """
    marks: set[int] = set()
    sizes = _of_one_size(large, placed)
    for group, is_pale_group in (*((group, True) for group in pale), *((group, False) for group in sizes)):
        if not 0 < len(group) < len(placed) - len(left_out):
            continue
        if (
            _stands_across(group, placed, {*left_out, *marks})
            or _stands_on_rules(group, placed, rules)
            or (is_pale_group and _is_tiled(group, placed))
        ):
            marks.update(group)
    return marks


def larger(heights: Sequence[float], counts: Counter[int]) -> list[int]:
    """The characters (by number) much larger than most, by their heights and how many have each in whole points."""
    usual = max(counts, key=counts.__getitem__, default=0)
    if not usual or max(counts) <= _LARGER * usual:
        return []
    return [number for number, height in enumerate(heights) if int(height) > _LARGER * usual]


def _of_one_size(large: Sequence[int], placed: Sequence[Placed]) -> Iterator[Sequence[int]]:
    """Characters grouped by their heights, the highest first: a heading is none of a mark that is larger still."""
    group: list[int] = []
    for number in sorted(large, key=lambda number: placed[number][4] - placed[number][2]):
        if group and _height(placed[number]) < _ONE_SIZE * _height(placed[group[-1]]):
            yield sorted(group)
            group = []
        group.append(number)
    if group:
        yield sorted(group)


def _height(one: Placed) -> float:
    return one[2] - one[4]


def _stands_across(group: Sequence[int], placed: Sequence[Placed], left_out: Collection[int]) -> bool:
    """True where characters of ``group`` stand over the middles of others, two at least."""
    own = {*group, *left_out}
    highest, lowest = max(placed[number][2] for number in group), min(placed[number][4] for number in group)
    middles = sorted(
        (middle, (x0 + x1) / 2)
        for number, (text, x0, top, x1, bottom) in enumerate(placed)
        if lowest <= (middle := (top + bottom) / 2) < highest and x1 > x0 and text > " " and number not in own
    )
    across = 0
    for number in group[:_MOST_ASKED]:
        text, x0, top, x1, bottom = placed[number]
        for at in range(bisect_left(middles, (bottom, 0.0)), len(middles)):
            y, x = middles[at]
            if y >= top:
                break
            across += text > " " and x0 < x < x1
        if across >= _FEWEST_ACROSS:
            return True
    return False


def _stands_on_rules(group: Sequence[int], placed: Sequence[Placed], rules: Sequence[Sequence[float]]) -> bool:
    """True where rules (left, bottom, right, top) run through letters of ``group``, two at least, and under none."""
    letters = [placed[number] for number in group[:_MOST_ASKED] if placed[number][0].isalpha()]
    if len(letters) < _FEWEST_ACROSS or not rules:
        return False
    level = sorted(((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in rules if x1 - x0 >= y1 - y0)
    upright = sorted(((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in rules if x1 - x0 < y1 - y0)
    across = 0
    for _, x0, top, x1, bottom in letters:
        wide, high = _ON_RULE * (x1 - x0), _ON_RULE * (top - bottom)
        sides, ends = (x0 + wide, x1 - wide), (bottom + high, top - high)
        across += _run_through(level, ends, sides) or _run_through(upright, sides, ends)
        if across >= _FEWEST_ACROSS:
            return True
    return False


def _run_through(rules: Sequence[tuple[float, float, float]], across: Span, along: Span) -> bool:
    """True where one of the rules (place, start, end), in order, has its place in a span and goes on along another."""
    between = rules[bisect_left(rules, (across[0],)) : bisect_left(rules, (across[1],))]
    return any(start <= along[0] and along[1] <= end for _, start, end in between)


def _is_tiled(group: Sequence[int], placed: Sequence[Placed]) -> bool:
    """True where the characters say the same words over and over, and nothing else."""
    words: list[str] = []
    at: Placed | None = None
    for one in (placed[number] for number in group):
        if not one[0].strip():
            continue
        height = one[2] - one[4]
        is_next = at is not None and abs(one[4] - at[4]) < height / 2 and -height / 2 < one[1] - at[3] < height
        if is_next:
            words[-1] += one[0]
        else:
            words.append(one[0])
        at = one
    return len(words) >= _FEWEST_TILES and len(set(words)) == 1 and sum(map(str.isalpha, words[0])) > 1
