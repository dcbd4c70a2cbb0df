"""The ledger of a document's characters: each is booked once, as field, label or layout, or is not understood."""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import compress

from ingest.errors import BookedTwice
from ingest.rows import NotUnderstoodRow
from ingest.source.blocks import Line, Place, PlaceOfRow, Source, Span, spans_of
from ingest.source.printed import Printed, PrintedCells, Texts, bounds, clean


class Role(IntEnum):
    """What a character is."""

    NOT_UNDERSTOOD = 0
    FIELD = 1
    LABEL = 2
    LAYOUT = 3


_NONE, _FIELD, _LABEL, _LAYOUT = (bytes((role,)) for role in Role)
_IS_UNBOOKED = bytes(mark == Role.NOT_UNDERSTOOD for mark in range(256))
# A pattern that begins with a character is searched ten times as fast as one that begins with a repeated one.
_UNBOOKED = re.compile(rb"\x00\x00*+")
_FIELDS = re.compile(rb"\x01\x01*+")
_PIECE = re.compile(r"[^\n\r\f]+")
_INVISIBLE = " \t\u3000\u00a0\ufeff\u200b"
_BLANK = _INVISIBLE + "\n\r\f"
_MARKS = "。；;，,、"
"""Of a sentence, between texts that are read: alone they say nothing."""


class Ledger:
    """Books the characters of one source; what nobody booked in the end is not understood.

    ``texts`` are those of the source's cells, as `texts_of` gives them.
    """

    def __init__(self, source: Source, texts: Texts) -> None:
        self.source = source
        self.texts = texts
        self._roles = bytearray(len(source.text))
        self._reasons: dict[int, str] = {}

    def printed(self, spans: Iterable[Span]) -> Printed:
        """The text of ``spans`` without layout; what `clean` dropped is booked as layout."""
        spans = tuple(spans)
        printed = clean(self.source.text, spans)
        if not isinstance(printed.at, range):
            self._drop(spans, printed.runs())
        return printed

    def place(self, printed: Printed) -> Place:
        """Where a text stands; the fields of the row that it becomes."""
        at = printed.at
        return self.source.place((at.start, at.stop) if type(at) is range and at else printed.span)

    def place_in_row(self, printed: Printed, row: Printed) -> PlaceOfRow:
        """Where a text stands; page and line of ``row`` alone where it is empty."""
        start, end = bounds(printed)
        page, line = self.source.position((printed or row).span.start)
        return {"page": page, "line": line, "char_start": start, "char_end": end}

    def cells(self, line: Line) -> PrintedCells:
        """The filled cells of a row, each by itself as `printed` gives it."""
        (start, end), texts, cells = line.span, self.texts[line.number], line.cells
        found: dict[int, Printed] = {}
        if sum(map(len, texts.values())) == end - start - self.source.text.count("\t", start, end):
            for index, text in texts.items():
                low, high = cells[index]
                found[index] = Printed(text, range(low, high))
            return found
        for index, span in enumerate(cells):  # more than what parts them is layout
            text, length = texts.get(index, ""), span.end - span.start
            if length and len(text) == length:
                found[index] = Printed(text, range(*span))
            elif length and (cell := self.printed((span,))):
                found[index] = cell
        return found

    def _drop(self, spans: Sequence[Span], kept: Sequence[tuple[int, int]]) -> None:
        """Book as layout what lies in ``spans`` between the runs ``kept``, as far as nothing else is booked there."""
        left = iter(kept)
        run = next(left, None)
        for low, end in spans:
            while run is not None and run[0] < end:
                self._drop_within(low, run[0])
                low = run[1]
                if low > end:
                    break
                run = next(left, None)
            self._drop_within(low, end)

    def _drop_within(self, low: int, high: int) -> None:
        for unbooked in _UNBOOKED.finditer(self._roles, low, high) if low < high else ():
            self._book(*unbooked.span(), _LAYOUT)

    def field(self, printed: Printed) -> Printed:
        """Book a text that becomes a field of a row; gives it back. Raises BookedTwice."""
        at = printed.at
        if type(at) is range:  # most are, and this is asked most
            self._book(at.start, at.stop, _FIELD)
        else:
            self._book_runs(printed, _FIELD)
        return printed

    def fields(self, parts: Iterable[Printed]) -> None:
        """Book texts that become fields of one row. Raises BookedTwice."""
        for part in parts:
            at = part.at
            if type(at) is range:
                self._book(at.start, at.stop, _FIELD)
            else:
                self._book_runs(part, _FIELD)

    def label(self, printed: Printed) -> None:
        """Book a recognised label or separator. Raises BookedTwice."""
        at = printed.at
        if type(at) is range:
            self._book(at.start, at.stop, _LABEL)
        else:
            self._book_runs(printed, _LABEL)

    def labels(self, printed: Printed, parts: Iterable[tuple[int, int]]) -> None:
        """Book parts of a text, each from a first to before a last character, as labels. Raises BookedTwice."""
        at = printed.at
        start = at.start if type(at) is range else None
        for low, high in parts:
            if low >= high:
                continue
            if start is not None:
                self._book(start + low, start + high, _LABEL)
            elif type(at) is not tuple and at[high - 1] - at[low] == high - 1 - low:
                self._book(at[low], at[high - 1] + 1, _LABEL)
            else:
                self.label(printed[low:high])

    def layout(self, span: Span) -> None:
        """Book layout, such as a page number. Raises BookedTwice."""
        self._book(span.start, span.end, _LAYOUT)

    def leave(self, printed: Printed, reason: str) -> None:
        """Say why a text is left not understood."""
        for start, _ in printed.runs():
            self._reasons[start] = reason

    def fields_outside(self, *spans: Iterable[tuple[int, int]]) -> list[Sequence[Span]]:
        """The runs of fields that none of the first ``spans`` covers, those that none of the next covers either, …."""
        roles, found = bytearray(self._roles), list[Sequence[Span]]()
        for own in spans:
            for start, end in own:
                roles[start:end] = bytes(end - start)
            found.append(spans_of(map(re.Match.span, _FIELDS.finditer(roles))))
        return found

    def give_back(self, span: Span, reason: str) -> None:
        """Make a field not understood again, and say why."""
        self._roles[span.start : span.end] = bytes(span.end - span.start)
        self._reasons[span.start] = reason

    def _book_runs(self, printed: Printed, mark: bytes) -> None:
        for start, end in printed.runs():
            self._book(start, end, mark)

    def _book(self, start: int, end: int, mark: bytes) -> None:
        roles, length = self._roles, end - start
        if roles.count(0, start, end) != length:
            raise BookedTwice(f"{self.source.text[start:end]!r} at {start} is booked twice")
        roles[start:end] = mark * length

    def close(self) -> tuple[NotUnderstoodRow, ...]:
        """Book the remaining white space as layout; gives a row for every run left, within one line each."""
        text, roles = self.source.text, self._roles
        self._roles = roles.replace(_NONE, _LAYOUT)
        if not "".join(compress(text, roles.translate(_IS_UNBOOKED))).strip(_BLANK):
            return ()
        rows: list[NotUnderstoodRow] = []
        for run in _UNBOOKED.finditer(roles):
            for span in self._pieces(*run.span()) if text[run.start() : run.end()].strip(_BLANK) else ():
                start, end = span
                if end > start and text[start:end].strip(_MARKS):
                    page, line = self.source.position(start)
                    rows.append(NotUnderstoodRow(page, line, start, end, text[start:end], self._reasons.get(start, "")))
                    self._roles[start:end] = bytes(end - start)
        return tuple(rows)

    def _pieces(self, start: int, end: int) -> Iterable[Span]:
        text = self.source.text
        for piece in _PIECE.finditer(text, start, end):
            cuts = [at for at in range(piece.start() + 1, piece.end()) if at in self._reasons]
            for low, high in zip([piece.start(), *cuts], [*cuts, piece.end()], strict=True):
                raw = text[low:high]
                lead = len(raw) - len(raw.lstrip(_INVISIBLE))
                yield Span(low + lead, max(low + lead, low + len(raw.rstrip(_INVISIBLE))))

    def count(self, role: Role) -> int:
        """Characters booked under ``role``, after `close`."""
        return self._roles.count(role)
