"""Lines of several texts that follow one another, with what may stand between and below them: where tables are."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.pdf.aligned.pieces import LaidLine, Piece, is_number

# In heights of a line: a wider gap between two lines ends a table; a longer line is prose.
_APART = 2.2
_WIDE = 44.0
# Steps and edges of wrapped lines: as many times the others', in heights of a line.
_SAME_STEP = 1.15
_CLOSER = 0.86
_SAME_EDGE = 0.3
# In heights of a line: the lines of a cell stand no farther apart.
_FARTHEST = 1.75
# In heights of a line: how near a wrapped text comes to the end of its column.
_FULL = 1.6
# So many lines of a single text, each below the last, may stand between lines of several.
_BETWEEN = 2
# So many where their words stand in columns: a name that was wrapped above another one without numbers.
_MOST_BETWEEN = 6


def runs(lines: Sequence[LaidLine]) -> Iterator[list[LaidLine]]:
    """Lines of several texts that follow one another, with the few of one text between them."""
    run: list[LaidLine] = []
    waiting: list[LaidLine] = []
    for line in lines:
        before = (run + waiting)[-1] if run else None
        is_apart = before is not None and _are_apart(before, line)
        is_several = len(line.pieces) > 1 or (bool(run) and (_is_row(line, run) or _is_rest(line, [*run, *waiting])))
        lone = sum(below.top > above.bottom for above, below in pairwise([*run[-1:], *waiting, line]))
        is_wide = line.width > _WIDE * line.height
        most = _MOST_BETWEEN if lone > _BETWEEN and _fit(_words(*waiting, line), run, line.height) else _BETWEEN
        if is_apart or (not is_several and (lone > most or is_wide)):
            if run:
                yield run + _last_wrap(run, waiting)
            run, waiting = [], []
        if is_several:
            run += [*waiting, line]
            waiting = []
        elif run:
            waiting.append(line)
    if run:
        yield run + _last_wrap(run, waiting)


def _are_apart(above: LaidLine, line: LaidLine) -> bool:
    """True where all characters of two lines stand far apart; a point or a digit alone is low."""
    (_, first, _, last), (_, top, _, bottom) = above.glyphs.box, line.glyphs.box
    return top - last > _APART * min(last - first, bottom - top)


def rest_above(lines: Sequence[LaidLine], run: Sequence[LaidLine], edges: Sequence[float]) -> list[LaidLine]:
    """The first lines of a page, above the first run, where they go on with a cell of the page before: all in one of
    its columns, which are between ``edges``, and not in the first.
    """
    above = [line for line in lines if line.top < run[0].top]
    pieces = [line.pieces[0] for line in above if len(line.pieces) == 1]
    if not pieces or len(pieces) < len(above):
        return []
    steps = [below.middle - line.middle for line, below in pairwise([*above, run[0]])]
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    near = _SAME_EDGE * above[0].height
    is_inside = any(one - near < left and right < other + near for one, other in pairwise(edges[1:]))
    return above if is_inside and max(steps) < _FARTHEST * above[0].height else []


def _is_rest(line: LaidLine, above: Sequence[LaidLine]) -> bool:
    """True for a line in one piece that goes on right below a full one of the same column."""
    before, rest = above[-1], line.pieces[0]
    edge = _SAME_EDGE * line.height
    own = next((piece for piece in before.pieces if abs(piece.x0 - rest.x0) < edge), None)
    if own is None or line.middle - before.middle > _FARTHEST * line.height:
        return False
    kin = [piece for other in above for piece in other.pieces if abs(piece.x0 - rest.x0) < edge]
    end = max(piece.x1 for piece in kin)
    is_first = min(piece.x0 for other in above for piece in other.pieces) > rest.x0 - line.height
    room = (1.0 if is_first else _FULL) * line.height
    return own.x1 > end - room and rest.x1 < end + line.height


def _is_row(line: LaidLine, run: Sequence[LaidLine]) -> bool:
    """True for a line in one piece that is a name and a number close to it, each below texts of its column."""
    ends_in_number = is_number(line.glyphs.text.rpartition(" ")[2])
    words = _words(line) if ends_in_number else []
    if len(words) < 2 or not words[-1].is_number or not _fit(words[1:], run, line.height):
        return False
    return any(abs(words[0].x0 - text.x0) < _SAME_EDGE * line.height for text in _texts(run))


def _fit(words: Sequence[Piece], run: Sequence[LaidLine], height: float) -> bool:
    """True where each word begins below texts of a column, and is hardly wider, or is a number and ends below them."""
    edge, texts = _SAME_EDGE * height, _texts(run)
    return all(
        any(abs(word.x0 - text.x0) < edge and word.x1 < text.x1 + height for text in texts)
        or (word.is_number and any(abs(word.x1 - text.x1) < edge for text in texts))
        for word in words
    )


def _words(*lines: LaidLine) -> list[Piece]:
    return [word for line in lines for piece in line.pieces for word in piece.words]


def _texts(run: Sequence[LaidLine]) -> list[Piece]:
    return [piece for line in run if len(line.pieces) > 1 for piece in line.pieces]


def _last_wrap(run: Sequence[LaidLine], below: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines below the last one of several texts that go on with one of these: as near as wraps are, inside it."""
    steps = [line.middle - above.middle for above, line in pairwise(run)]
    wraps = [step for step, line in zip(steps, run[1:], strict=True) if len(line.pieces) == 1]
    nearest = _SAME_STEP * max(wraps) if wraps else _CLOSER * min(steps, default=0.0)
    level = [line for line in run[-_BETWEEN:-1] if run[-1].middle - line.middle < run[-1].height]
    last = [*run[-1].pieces, *(piece for line in level for piece in line.pieces)]
    ends = [max(own.pieces[0].x1 for own in run) + run[-1].height, *(piece.x1 for piece in last[1:])]
    found: list[LaidLine] = []
    for line in below:
        before, rest = (found or run)[-1], line.pieces[0]
        is_inside = any(
            abs(rest.x0 - piece.x0) < _SAME_EDGE * line.height and rest.x1 <= end
            for piece, end in zip(last, ends, strict=True)
        )
        if line.middle - before.middle > nearest or not is_inside:
            break
        found.append(line)
    return found
