"""What the styles of a binary workbook decide: number formats, colours, looks of conditional formats."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from ingest.readers.sheets.binary.records import Record
from ingest.readers.sheets.conditional.looks import WHITE, Look
from ingest.readers.sheets.number_format.built_in import BUILT_IN, GENERAL, is_of_language
from ingest.readers.sheets.styles.open_xml import PLAIN, RichText
from ingest.readers.word.formulas import raised


class _Kind(IntEnum):
    """Kinds of records."""

    FONT, FORMAT, FILL, STYLE, LOOK = 43, 44, 45, 47, 507
    STYLES, STYLES_END = 617, 618


class _Sets(IntEnum):
    """What a look sets."""

    PATTERN, GROUND, INK, NUMBER_FORMAT, NUMBER_OF_FORMAT = 0, 2, 5, 0x26, 0x29


_INDEXED, _WRITTEN, _OF_THEME = 1, 2, 3
_PAPER = {(_INDEXED, 1), (_INDEXED, 9), (_INDEXED, 65), (_OF_THEME, 0)}
_SOLID, _ABOVE, _STRUCK = 1, 1, 8
_MIXED = "mixed"


class Styles:
    """The styles of cells and the looks of conditional formats, by their numbers; fonts as colour, struck, raised."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.fonts: list[tuple[str, bool, bool]] = []
        self.looks: list[Look] = []
        self._styles: list[Look] = []
        codes: dict[int, str] = {}
        fills: list[str] = []
        is_style = False
        for record in records:
            match record.kind:
                case _Kind.FORMAT:
                    codes.setdefault(record.number(0, 2), record.text(2)[0])
                case _Kind.FONT:
                    is_struck, is_raised = bool(record.number(2, 2) & _STRUCK), record.number(6, 2) == _ABOVE
                    self.fonts.append((_colour(record, 12), is_struck, is_raised))
                case _Kind.FILL:
                    fills.append(_ground(record.number(0), _colour(record, 4)))
                case _Kind.LOOK:
                    self.looks.append(_look(record))
                case _Kind.STYLES | _Kind.STYLES_END:
                    is_style = record.kind == _Kind.STYLES
                case _Kind.STYLE if is_style:
                    number, font, fill = (record.number(at, 2) for at in (2, 4, 6))
                    own = None if is_of_language(number) else codes.get(number)
                    ink = self.fonts[font][0] if font < len(self.fonts) else ""
                    ground = fills[fill] if fill < len(fills) else WHITE
                    self._styles.append(Look(own or BUILT_IN.get(number, GENERAL), ink, ground))

    def look(self, number: int) -> Look:
        """How a cell of a style shows its value."""
        return self._styles[number] if number < len(self._styles) else PLAIN


def rich_text(record: Record, styles: Styles) -> RichText:
    """A shared text; its runs, where it has some, stand behind it."""
    text, at = record.text(1)
    if not record.number(0, 1) & 1 or len(record.data) < at + 4:
        return RichText(text)
    count = min(record.number(at), (len(record.data) - at - 4) // 4)
    runs = [(record.number(at + 4 + 4 * n, 2), record.number(at + 6 + 4 * n, 2)) for n in range(count)]
    ends = [*(start for start, _ in runs[1:]), len(text)]
    parts = [("", False, False, text[: runs[0][0]])] if runs else []
    for (start, font), end in zip(runs, ends, strict=False):
        look = styles.fonts[font] if font < len(styles.fonts) else ("", False, False)
        parts.append((*look, text[start:end]))
    plain = white = struck = whole = ""
    for ink, is_struck, is_raised, part in parts:
        if is_struck:
            struck += part
            continue
        shown = raised(part) if is_raised and whole.strip() else part
        whole += shown
        white, plain = (white + shown, plain) if ink == WHITE else (white, plain + shown)
    if not whole.strip():
        return RichText(text)
    return RichText(plain, struck, white, whole) if plain.strip() else RichText(whole, struck)


def _colour(record: Record, at: int) -> str:
    """A colour, as it is written in other workbooks."""
    kind, number, tint = record.number(at, 1) >> 1, record.number(at + 1, 1), record.number(at + 2, 2)
    if not tint and (kind, number) in _PAPER:
        return WHITE
    if kind == _WRITTEN:
        return "".join(f"{record.number(at + 4 + part, 1):02X}" for part in range(3)) + (f" {tint}" if tint else "")
    return f"{kind} {number} {tint}" if kind in (_INDEXED, _OF_THEME) else ""


def _ground(pattern: int, colour: str) -> str:
    """The colour of a ground by its pattern."""
    return WHITE if not pattern else colour or _MIXED if pattern == _SOLID else _MIXED


def _look(record: Record) -> Look:
    """What a look of a conditional format sets."""
    number_format = ink = ground = None
    for kind, own in _settings(record):
        match kind:
            case _Sets.PATTERN if own.number(0, 1) not in (0, _SOLID):
                ground = _MIXED
            case _Sets.GROUND if ground is None:
                ground = _colour(own, 0) or None
            case _Sets.INK:
                ink = _colour(own, 0)
            case _Sets.NUMBER_FORMAT:
                size = own.number(2, 2)
                number_format = own.data[4 : 4 + 2 * size].decode("utf-16-le", errors="replace")
            case _Sets.NUMBER_OF_FORMAT:
                number_format = BUILT_IN.get(own.number(0, 2))
    return Look(number_format, ink, ground)


def _settings(record: Record) -> Iterator[tuple[int, Record]]:
    """What a look sets: kinds, and what each holds."""
    at = 4
    for _ in range(record.number(2, 2)):
        if at + 4 > len(record.data):
            return
        kind, size = record.number(at, 2), record.number(at + 2, 2)
        yield kind, Record(kind, record.data[at + 4 : at + size])
        at += max(size, 4)
