"""Columns of texts that stand one below another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.pdf.aligned.pieces import Gutter, LaidLine, Piece

Span = tuple[float, float]

# The lines with most texts show the columns: at least two, and so many of all.
_SHOWING = 0.2
_MOST_COLUMNS = 80
# So many of them may have a text across two columns.
_ACROSS = 0.12
# A column is two where so many of its texts have the gap.
_PARTED = 0.6
# How much of a text, in points or as a share of it or of the column, stands in a column for it to belong there.
_OVERLAP = 3.0
_OVERLAP_SHARE = 0.4
_FEWEST_LINES = 3
_SEVERAL = 0.3


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: the span of each; which of them only a space parts from the one before."""

    spans: list[Span]
    narrow: set[Span] = field(default_factory=set)

    @property
    def gutters(self) -> list[Gutter]:
        """What stands between the columns."""
        return [Gutter(one[1], other[0], other in self.narrow) for one, other in pairwise(self.spans)]

    @property
    def edges(self) -> list[float]:
        """One more than columns."""
        between = [(one[1] + other[0]) / 2 for one, other in pairwise(self.spans)]
        return [self.spans[0][0], *between, self.spans[-1][1]]

    def column(self, piece: Piece) -> int:
        """The first column a text stands in, or the nearest one."""
        first = next((number for number, span in enumerate(self.spans) if _stands_in(piece, span)), None)
        return self.columns(piece)[0] if first is None else first

    def columns(self, piece: Piece) -> list[int]:
        """The columns a text stands in, or the nearest one."""
        found = [number for number, span in enumerate(self.spans) if _stands_in(piece, span)]
        return found or [min(range(len(self.spans)), key=lambda number: _distance(piece, self.spans[number]))]


def _stands_in(piece: Piece, span: Span) -> bool:
    shared = min(piece.x1, span[1]) - max(piece.x0, span[0])
    least = min(_OVERLAP, _OVERLAP_SHARE * (piece.x1 - piece.x0), _OVERLAP_SHARE * (span[1] - span[0]))
    return shared > 0 and shared >= least


def _distance(piece: Piece, span: Span) -> float:
    return max(span[0] - piece.x1, piece.x0 - span[1])


def find_columns(run: Sequence[LaidLine]) -> Columns | None:
    """The columns that the lines with most texts show; None where they show fewer than two."""
    counts = sorted((len(line.pieces) for line in run), reverse=True)
    showing = counts[min(max(2, round(_SHOWING * len(run))), len(counts)) - 1]
    base = [line for line in run if len(line.pieces) >= showing]
    if showing < 2:
        return None
    spans = _spans([(piece.x0, piece.x1) for line in base for piece in line.pieces], int(_ACROSS * len(base)))
    parts = [_parted(span, run) for span in _with_titles(spans, run)]
    narrow = {span for own in parts for span in own[1:]}
    columns = _under_titles(Columns([span for own in parts for span in own], narrow), run)
    columns = _with_wrapped_titles(columns, run)
    texts = [piece for line in run if not _are_titles(line) for piece in line.pieces]
    kept = [span for span in columns.spans if span in spans or any(_stands_in(text, span) for text in texts)]
    columns = Columns(kept, narrow & set(kept))
    return columns if 1 < len(columns.spans) <= _MOST_COLUMNS else None


def columns_of_rest(run: Sequence[LaidLine], edges: Sequence[float]) -> Columns | None:
    """The columns between ``edges`` as texts fill them, each text where most of it is; None where columns overlap."""
    spans = list(pairwise(edges))
    filled: list[list[Piece]] = [[] for _ in spans]
    for piece in (piece for line in run for piece in line.pieces):
        shared = [min(piece.x1, right) - max(piece.x0, left) for left, right in spans]
        filled[shared.index(max(shared))].append(piece)
    found = [
        (min(one.x0 for one in own), max(one.x1 for one in own)) if own else span
        for own, span in zip(filled, spans, strict=True)
    ]
    kept = [span for own, span in zip(filled, found, strict=True) if own]
    if len(kept) < 2 or any(one[1] > other[0] for one, other in pairwise(kept)):
        return None
    return Columns(found)


def _with_titles(spans: Sequence[Span], run: Sequence[LaidLine]) -> list[Span]:
    """The columns with those that a row of titles names and few texts stand in."""
    pieces = [piece for line in run for piece in line.pieces]
    titles = [piece for line in run if _are_titles(line) for piece in line.pieces]
    found = sorted(spans)
    for title in titles:
        if not any(_stands_in(title, span) for span in found):
            under = [one for one in pieces if _stands_in(one, (title.x0, title.x1))]
            own = [one for one in under if not any(_stands_in(one, span) for span in found)]
            left, right = min(one.x0 for one in own), max(one.x1 for one in own)
            if not any(left < end and start < right for start, end in found):
                found = sorted([*found, (left, right)])
    return found


def _under_titles(columns: Columns, run: Sequence[LaidLine]) -> Columns:
    """The columns, each two that are one: no line has a text in both, and titles stand in one of them alone.

    A title in the middle of a wide column stands beside its texts, not over them.
    """

    def filled_by(line: LaidLine) -> set[int]:
        return {columns.column(word) for piece in line.pieces for word in piece.words}

    titles = [own for line in run if not has_digits(line) and len(own := filled_by(line)) > 2]
    if not titles:
        return columns
    filled = list(map(filled_by, run))
    spans: list[Span] = []
    for number, span in enumerate(columns.spans):
        before = number - 1
        are_two = any({before, number} <= own for own in filled)
        are_titled = [any(one in own for own in titles) for one in (before, number)]
        if number and not are_two and sum(are_titled) == 1 and spans[-1] == columns.spans[before]:
            spans[-1] = (spans[-1][0], span[1])
        else:
            spans.append(span)
    return Columns(spans, columns.narrow & set(spans))


def _with_wrapped_titles(columns: Columns, run: Sequence[LaidLine]) -> Columns:
    """The columns without what is the end of a title alone: set wide apart, it goes on in the next line over both.

    A title over several columns stands above theirs, not below.
    """
    spans = list(columns.spans)
    for number in range(len(spans) - 1, 0, -1):
        own = [at for at, line in enumerate(run) if any(_stands_in(one, columns.spans[number]) for one in line.pieces)]
        if len(own) != 2 or own[1] != own[0] + 1 or any(has_digits(run[at]) for at in own):
            continue
        title, rest = (
            [columns.columns(piece) for piece in run[at].pieces if number in columns.columns(piece)] for at in own
        )
        if title == [[number]] and rest == [[number - 1, number]]:
            spans[number - 1 : number + 1] = [(spans[number - 1][0], spans[number][1])]
    return Columns(spans, columns.narrow & set(spans))


def _parted(span: Span, run: Sequence[LaidLine]) -> list[Span]:
    """A column as the two or more it is where its texts have a gap at one place all the way down."""
    inside = [[piece for piece in line.pieces if span[0] <= (piece.x0 + piece.x1) / 2 <= span[1]] for line in run]
    texts = [[(word, piece) for piece in own for word in piece.words] for own in inside if own]
    several = [words for words in texts if len(words) > 1]
    if len(several) < max(_FEWEST_LINES, _SEVERAL * len(texts)):
        return [span]
    parts = _spans([(word.x0, word.x1) for words in texts for word, _ in words], 0)
    gaps = [(one[1], other[0]) for one, other in pairwise(parts)]
    kept = [gap for gap in gaps if sum(_are_two(words, gap) for words in several) >= _PARTED * len(several)]
    edges = [span[0], *(edge for gap in kept for edge in gap), span[1]]
    return list(zip(edges[0::2], edges[1::2], strict=True))


def _are_two(words: Sequence[tuple[Piece, Piece]], gap: Span) -> bool:
    """True where words stand on both sides of a gap: of two pieces, or with a number next to it."""
    before = [(word, piece) for word, piece in words if word.x1 <= gap[0]]
    behind = [(word, piece) for word, piece in words if word.x0 >= gap[1]]
    if not before or not behind:
        return False
    (last, one), (first, other) = before[-1], behind[0]
    return one is not other or last.is_number or first.is_number


def _spans(texts: Sequence[Span], across: int) -> list[Span]:
    """The stretches that more than ``across`` texts cover."""
    ends = sorted([(x0, 1) for x0, _ in texts] + [(x1, -1) for _, x1 in texts])
    spans: list[Span] = []
    covering, start = 0, 0.0
    for at, step in ends:
        before, covering = covering, covering + step
        if before <= across < covering:
            start = at
        elif covering <= across < before and at > start:
            spans.append((start, at))
    return spans


def _are_titles(line: LaidLine) -> bool:
    return len(line.pieces) > 2 and not has_digits(line)


def has_digits(line: LaidLine) -> bool:
    """True for a line with a digit in it."""
    return any(sign.isdigit() for piece in line.pieces for sign in piece.text)
