"""Texts cut off by the edge of their cell, which a spreadsheet prints whole and clips, or by the edge of the page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby, repeat
from operator import itemgetter

from ingest.readers.pdf import calls as pdf_calls
from ingest.readers.pdf.characters.marks import Placed
from ingest.readers.pdf.objects import IDENTITY, Bounds, Drawn, Matrix, moved, object_bounds

# A text is cut off where more than this share of its height is.
_CUT = 0.15
# A character is seen where more than this share of its width and of its height is.
_SEEN = 0.2
# A text goes on beyond the edge that cuts more than so many points of it.
_OVER = 1.0
# A side of a character is cut off where more points of it are.
_SLIGHT = 0.1
# Middles of characters that follow one another are nearer, in sizes of one.
_NEAR = 3.0
# What is lower, in points, is no text: spaces.
_INKED = 0.5
_EVERYWHERE: Bounds = (float("-inf"), float("-inf"), float("inf"), float("inf"))


def cut_texts(drawn: Iterable[Drawn]) -> Mapping[int, Bounds]:
    """The texts that reach out of what they are clipped to, each with the box of that: left, bottom, right, top."""
    return dict(one for part in drawn for own, clip in _clipped_texts(part) for one in _reach_out(own, clip))


def _clipped_texts(part: Drawn) -> Iterator[tuple[list[tuple[int, Bounds]], Bounds]]:
    for own, clip in clipped(part.texts, part):
        yield list(zip(own, object_bounds(own, part.matrix), strict=True)), clip


def clipped(objects: Sequence[int], part: Drawn) -> Iterator[tuple[list[int], Bounds]]:
    """The objects of a part that are clipped, and the box of what they are clipped to.

    Those that follow one another with one path, the last that clipped, have the same.
    """
    clips = list(map(pdf_calls.clip_path, objects))
    counts = list(map(pdf_calls.clip_count, clips))
    if max(counts, default=0) <= 0:
        return
    are_clipped = list(map((0).__lt__, counts))
    own = list(compress(objects, are_clipped))
    last = map((-1).__add__, compress(counts, are_clipped))
    paths = map(pdf_calls.clip_segment, compress(clips, are_clipped), last, repeat(0))
    known: dict[int, Bounds | None] = {}
    for _, group in groupby(zip(paths, own, strict=True), key=itemgetter(0)):
        together = [raw for _, raw in group]
        yield together, clip_box(together[0], part.clip_matrix, known)


def _reach_out(texts: Sequence[tuple[int, Bounds]], clip: Bounds) -> Iterator[tuple[int, Bounds]]:
    """The texts that reach out of their clip."""
    x0, y0, x1, y1 = clip
    lefts, bottoms, rights, tops = zip(*map(itemgetter(1), texts), strict=True)
    if x0 <= min(lefts) and y0 <= min(bottoms) and max(rights) <= x1 and max(tops) <= y1:
        return
    for raw, (left, bottom, right, top) in texts:
        over = max(x0 - left, y0 - bottom, right - x1, top - y1)
        if top - bottom >= _INKED and over > max(_OVER, _CUT * (top - bottom)):
            yield raw, clip


def clip_box(raw: int, matrix: Matrix, known: dict[int, Bounds | None]) -> Bounds:
    """The box that an object is clipped to (left, bottom, right, top), which a ``matrix`` moves.

    ``known`` are the boxes of paths that clip several objects, by their first segment.
    """
    clip = pdf_calls.clip_path(raw)
    box: Bounds | None = _EVERYWHERE
    for number in range(max(pdf_calls.clip_count(clip), 0)):
        first = pdf_calls.clip_segment(clip, number, 0)
        if first not in known:
            places = pdf_calls.clip_places(clip, number)
            known[first] = _around(places[0::2], places[1::2], matrix) if places else None
        own = known[first]
        if own and box:
            box = within(box, own)
    return box or (0.0, 0.0, 0.0, 0.0)


def _around(xs: Sequence[float], ys: Sequence[float], matrix: Matrix) -> Bounds:
    box = min(xs), min(ys), max(xs), max(ys)
    return box if matrix == IDENTITY else moved(box, matrix)


def within(box: Bounds, other: Bounds) -> Bounds | None:
    """What two boxes share; None where that is nothing."""
    (x0, y0, x1, y1), (left, bottom, right, top) = box, other
    shared = max(x0, left), max(y0, bottom), min(x1, right), min(y1, top)
    return shared if shared[0] < shared[2] and shared[1] < shared[3] else None


def cut_off(text_page: int, placed: list[Placed], cut: Mapping[int, Bounds]) -> tuple[list[int], list[int], list[int]]:
    """Set the characters of the texts ``cut`` back to what is seen of them; an unseen one then has no width.

    Gives the characters (by number) of texts that are seen in part, those of texts that nobody sees, and those that
    lack a side. A text all
    of whose characters are seen, be it their upper halves, is no such one: the rest stands on the next page, or
    nothing is missing.
    """
    by_text: dict[int, list[int]] = {}
    for number, owner in enumerate(map(pdf_calls.text_object, repeat(text_page), range(len(placed)))):
        if owner in cut and placed[number][0] > " ":
            by_text.setdefault(owner, []).append(number)
    in_part: list[int] = []
    outside: list[int] = []
    halved: list[int] = []
    for owner, numbers in by_text.items():
        x0, _, x1, _ = cut[owner]
        parts = [_seen(placed[number], cut[owner]) for number in numbers]
        if not any(parts):
            outside += numbers
            continue
        (_, first, *_), (_, _, _, last, _) = placed[numbers[0]], placed[numbers[-1]]
        if not all(parts) or min(first - x0, x1 - last) < -_OVER:
            in_part += numbers
        for number, part in zip(numbers, parts, strict=True):
            text, left, top, right, _ = placed[number]
            if part and max(part[1] - left, right - part[3]) > _SLIGHT:
                halved.append(number)
            placed[number] = part or (text, left, top, left, top)
    return in_part, outside, halved


def beyond_edge(placed: Sequence[Placed], frame: Bounds) -> list[int]:
    """The characters (by number) outside a page, where its edge cuts a line; none where lines end inside or outside."""
    left, bottom, right, top = frame
    outside = [
        number
        for number, (text, x0, upper, x1, lower) in enumerate(placed)
        if text > " " and not (left <= (x0 + x1) / 2 <= right and bottom <= (lower + upper) / 2 <= top)
    ]
    beyond = set(outside)
    beside = ((number, other) for number in outside for other in (number - 1, number + 1) if other not in beyond)
    is_cut = any(0 <= other < len(placed) and _are_near(placed[number], placed[other]) for number, other in beside)
    return outside if is_cut else []


def _are_near(one: Placed, other: Placed) -> bool:
    """True for characters that follow one another in whatever direction."""
    (text, x0, top, x1, bottom), (beside, left, upper, right, lower) = one, other
    off = abs(x0 + x1 - left - right) + abs(bottom + top - lower - upper)
    return min(text, beside) > " " and off < _NEAR * max(top - bottom, x1 - x0)


def _seen(one: Placed, clip: Bounds) -> Placed | None:
    """What is seen of a character; None where it is nothing."""
    text, left, top, right, bottom = one
    part = within((left, bottom, right, top), clip)
    if part is None:
        return None
    x0, y0, x1, y1 = part
    is_seen = x1 - x0 > _SEEN * (right - left) and y1 - y0 > _SEEN * (top - bottom)
    return (text, x0, y1, x1, y0) if is_seen else None
