"""Printed text with its layout removed, every character remembering where it stood."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from operator import itemgetter, sub

from ingest.source.blocks import Source, Span

_CJK = (
    r"\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"  # ideographs, kana, full-width forms
    r"\u2018\u2019\u201c\u201d\u2014\u2026\u00b7"  # quotation marks, dash, ellipsis, middle dot
)
_TAGS = "p|br|b|i|u|em|strong|span|div|font|sub|sup|a|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|hr|o:p|center"
_UNPRINTED = r"\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"

# What is not text as printed: a tag of HTML (<p>, </span>, never the < of "<5%"), an entity (&lt;, &#60;), white space.
# One set of characters begins it, which is searched four times as fast as alternatives are.
_LAYOUT = re.compile(
    rf"[<&{_UNPRINTED}](?:(?<=<)/?(?:{_TAGS})(?:\s[^<>]*)?/?>|(?<=[{_UNPRINTED}])[{_UNPRINTED}]*"
    r"|(?P<entity>(?<=&)(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});))",
    re.IGNORECASE,
)
_IS_CJK = re.compile(f"[{_CJK}]")
_WHITE = re.compile(r"\s")
_IS_LETTER = re.compile("[A-Za-z]")
_TEXT = itemgetter(1)
_SHORT = 40
_LINE_END = re.compile(r"[\n\r\f\v\x1c-\x1e\x85]")


@dataclass(slots=True, unsafe_hash=True)
class Printed:
    """A text as printed: ``text``, and for each of its characters the offset ``at`` which it stands.

    The offsets are a range where the characters are neighbours, a list where they ascend with gaps, else a tuple.
    Nothing changes one; it is not declared frozen because that makes making one, which is most of reading, slower.
    """

    text: str
    at: Sequence[int]

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, part: slice) -> "Printed":
        at = self.at[part]
        if type(at) is list and at and at[-1] - at[0] == len(at) - 1:
            at = range(at[0], at[-1] + 1)
        return Printed(self.text[part], at)

    def strip(self, characters: str | None = None) -> "Printed":
        """The text without the given characters (white space unless told) at both ends."""
        kept = self.text.strip(characters)
        if kept == self.text:
            return self
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : start + len(kept)]

    @property
    def span(self) -> Span:
        """From its first to behind its last character; Span(0, 0) for an empty text."""
        at = self.at
        if type(at) is range:
            return Span(at.start, at.stop) if at else Span(0, 0)
        if not at:
            return Span(0, 0)
        return Span(min(at), max(at) + 1) if type(at) is tuple else Span(at[0], at[-1] + 1)

    def followed_by(self, *others: "Printed") -> "Printed":
        """One text of this and ``others``, wherever they stand; the page may print them in another order."""
        parts = [part for part in (self, *others) if part]
        if len(parts) < 2:
            return parts[0] if parts else NOTHING
        at = [offset for part in parts for offset in part.at]
        is_ascending = all(
            before.at[-1] < part.at[0] and type(part.at) is not tuple for before, part in pairwise(parts)
        )
        return Printed("".join(part.text for part in parts), at if is_ascending else tuple(at))

    def runs(self) -> Sequence[tuple[int, int]]:
        """The contiguous runs of characters it consists of, as start and end."""
        at = self.at
        if not at:
            return ()
        if type(at) is range:
            return ((at.start, at.stop),)
        start, last = at[0], at[-1]
        if last - start == len(at) - 1:
            return ((start, last + 1),)
        steps = map(sub, at[1:], at)
        breaks = [*compress(range(1, len(at)), map((1).__ne__, steps))]
        return [(at[low], at[high - 1] + 1) for low, high in zip([0, *breaks], [*breaks, len(at)], strict=True)]


NOTHING = Printed("", range(0))


def bounds(printed: Printed | None) -> tuple[int | None, int | None]:
    """Where a text starts and ends, for columns that are null where nothing is printed."""
    if printed is None or not printed.text:
        return None, None
    return (printed.at.start, printed.at.stop) if type(printed.at) is range else printed.span


def is_plain(raw: str) -> bool:
    """True for characters that are text as printed, without any layout."""
    return not _LAYOUT.search(raw)


PrintedCells = Mapping[int, Printed]
"""The filled cells of a row by column, counted from 0."""


def clean(text: str, spans: Sequence[Span]) -> Printed:
    """The characters of ``spans`` as one printed text without layout.

    Tags are dropped, entities resolved, line wraps joined, and white space is dropped between CJK characters, beside
    a tag and at a wrap (there a space stays only between two Latin letters); elsewhere a run becomes one space.
    """
    if len(spans) == 1:
        start, end = spans[0]
        raw = text[start:end]
        if is_plain(raw):
            return Printed(raw, range(start, end))
        if end - start <= _SHORT:
            own, places = _short(raw)
            return Printed(own, [start + place for place in places])
    pieces: list[str] = []
    at: list[int] = []
    gap = ""
    for span in spans:
        gap += "\n" if pieces else ""
        gap = _append(text, span, pieces, at, gap)
    return Printed("".join(pieces), at)


@lru_cache(maxsize=16384)
def _short(raw: str) -> tuple[str, Sequence[int]]:
    """A short text without layout, such as a label that forms print again and again, and where its characters stand."""
    pieces: list[str] = []
    places: list[int] = []
    _append(raw, Span(0, len(raw)), pieces, places, "")
    return "".join(pieces), places


Texts = Mapping[int, Mapping[int, str]]
"""The texts of a source's filled cells without layout: by the number of the line, then by column."""


def texts_of(source: Source) -> Texts:
    """The texts of a source, as `clean` gives them."""
    return {line.number: _cell_texts(source.text, line.span, line.cells) for line in source.lines}


def _cell_texts(text: str, span: Span, cells: Sequence[Span]) -> Mapping[int, str]:
    if span.start == span.end:
        return {}
    line = text[span.start : span.end]
    parts = line.split("\t")
    if len(parts) != len(cells):  # what parts them is no tab
        parts = [text[start:end] for start, end in cells]
    found = dict(filter(_TEXT, enumerate(parts)))
    if _LAYOUT.search(line.replace("\t", "")):
        for index, raw in [*found.items()]:
            if not raw.isalnum() and _LAYOUT.search(raw):
                found[index] = clean(text, (cells[index],)).text
        return dict(filter(_TEXT, found.items()))
    return found


def without_layout(text: str, span: Span) -> str:
    """The characters of a span without layout, as `clean` gives them."""
    raw = text[span.start : span.end]
    return raw if is_plain(raw) else clean(text, (span,)).text


def _append(text: str, span: Span, pieces: list[str], at: list[int], gap: str) -> str:
    """Append the text of one span; gives the gap (white space and tags) left open at its end."""
    start = span.start
    for found in _LAYOUT.finditer(text, span.start, span.end):
        if found.start() > start:
            _keep(text[start : found.start()], range(start, found.start()), pieces, at, gap)
            gap = ""
        start = found.end()
        if found.lastgroup != "entity":
            gap += found[0]
            continue
        resolved = html.unescape(found[0])
        if not resolved.strip():
            gap += " " if resolved else ""  # an entity of a character that cannot be is nothing
            continue
        offsets = range(found.start(), found.start() + len(resolved))
        _keep(resolved, offsets, pieces, at, gap)
        gap = ""
    if span.end > start:
        _keep(text[start : span.end], range(start, span.end), pieces, at, gap)
        gap = ""
    return gap


def _keep(piece: str, offsets: range, pieces: list[str], at: list[int], gap: str) -> None:
    if gap and pieces and _keeps_space(pieces[-1][-1], gap, piece[0]):
        pieces.append(" ")
        at.append(offsets.start - 1)
    pieces.append(piece)
    at.extend(offsets)


@lru_cache(maxsize=4096)
def _keeps_space(before: str, gap: str, after: str) -> bool:
    if "<" in gap or not _WHITE.search(gap):
        return False
    if _LINE_END.search(gap):
        return bool(_IS_LETTER.match(before) and _IS_LETTER.match(after))
    return not (_IS_CJK.match(before) and _IS_CJK.match(after))


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text folded for comparison: no white space, full-width letters, digits and punctuation made half-width."""
    return _FOLDED.sub(_half_width, text)


def _half_width(found: re.Match[str]) -> str:
    return _FOLD.get(found[0], "")


def find(printed: Printed, word: str) -> Printed | None:
    """The first place where ``word`` stands, compared as `fold` folds it; None if nowhere."""
    if fold(word) not in fold(printed.text):
        return None
    places = [index for index in range(len(printed.text)) if not printed.text[index].isspace()]
    folded = "".join(fold(printed.text[index]) for index in places)
    wanted = fold(word)
    at = folded.find(wanted)
    return printed[places[at] : places[at + len(wanted) - 1] + 1] if wanted and at >= 0 else None


_ALIKE = {"-": "\u2013\u2014\u2212", "≥": "≧⩾≮", "≤": "≦⩽≯", "=": "═﹦", ">": "﹥", "<": "﹤"}
"""Signs and what offices type for them."""

_FOLD = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    other: sign for sign, others in _ALIKE.items() for other in others
}
_FOLDED = re.compile(rf"[\s\uff01-\uff5e{''.join(_ALIKE.values())}]")
"""What folding changes: most texts hold nothing of it, which one search tells."""
