"""A page of an OFD as the page of a PDF: characters with their boxes and rules, turned upright, in points."""

from collections import Counter

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.ofd.document import Resources, Sheet, child_text
from ingest.readers.ofd.geometry import POINTS, Bounds, Matrix, box, matrix, product
from ingest.readers.ofd.paths import rules_and_fills
from ingest.readers.ofd.text import Character, characters
from ingest.readers.pdf.characters.marks import Colour, is_pale, larger, watermarks
from ingest.readers.pdf.objects import quarter_turns
from ingest.readers.pdf.page import Glyph, Page
from ingest.readers.word.symbols import UNKNOWN
from ingest.readers.word.xml import child, name_of, nearest, number

_SCANNED_SHARE = 0.5
_DEEPEST_DRAWING = 8
MOST_DRAWN = 2_000_000
"""Objects, characters and steps of paths that one file may draw: a thousand full pages."""

_HIDDEN = ("false", "0")


class Budget:
    """What the pages of one file may draw, all together: shared drawings repeat, and may hold one another."""

    def __init__(self) -> None:
        self._left = MOST_DRAWN

    def spend(self, count: int) -> None:
        """Count what is drawn. Raises DocumentRejected (``too_large``)."""
        self._left -= count
        if self._left < 0:
            raise DocumentRejected("too_large", "the OFD draws more than any document does")


class _Drawing:
    """What a page draws: characters and the largest image in millimetres, rules and fills in points.

    ``invisible`` counts the characters of text that is neither filled nor stroked, as recognition lays over a scan;
    ``pale`` are the numbers of characters by their colour, of colours that watermarks have.
    """

    def __init__(self, resources: Resources, budget: Budget) -> None:
        self._resources, self._budget = resources, budget
        self.characters: list[Character] = []
        self.rules: list[Bounds] = []
        self.fills: list[Bounds] = []
        self.pale: dict[Colour, list[int]] = {}
        self.invisible = 0
        self.largest_image = 0.0

    def draw(self, group: etree._Element, onto: Matrix, inside: tuple[str, ...] = ()) -> None:
        """Draw the objects of a layer, a block or a shared drawing, which ``onto`` moves onto the page.

        ``inside`` are the shared drawings that it stands in: none is drawn in itself.
        """
        for element in group:
            name = name_of(element)
            self._budget.spend(1)
            if element.get("Visible") in _HIDDEN or element.get("Alpha") == "0":
                continue
            if name == "PageBlock":
                self.draw(element, onto, inside)
                continue
            place = box(element.get("Boundary"))
            if place is None:
                continue
            own = product(matrix(element.get("CTM")), (1.0, 0.0, 0.0, 1.0, place[0], place[1]))
            own = product(own, onto)
            if name == "TextObject":
                self._text(element, own)
            elif name == "PathObject":
                self._path(element, own)
            elif name == "ImageObject":
                self.largest_image = max(self.largest_image, place[2] * place[3])
            elif name == "CompositeObject":
                self._shared(element.get("ResourceID") or "", own, inside)

    def _shared(self, key: str, own: Matrix, inside: tuple[str, ...]) -> None:
        shared = self._resources.drawings.get(key)
        if shared is None or key in inside or len(inside) >= _DEEPEST_DRAWING:
            return
        for content in nearest(shared, "Content"):
            self.draw(content, own, (*inside, key))

    def _text(self, element: etree._Element, own: Matrix) -> None:
        """Add the characters of a text object that is filled or stroked."""
        count = sum(len(code.text or "") for code in nearest(element, "TextCode"))
        self._budget.spend(count)
        if element.get("Fill") in _HIDDEN and element.get("Stroke") in (None, *_HIDDEN):
            self.invisible += count
            return
        font = self._resources.fonts.get(element.get("Font") or "", "")
        first = len(self.characters)
        self.characters.extend(characters(element, own, font))
        colour = _colour(element)
        if is_pale(colour):
            self.pale.setdefault(colour, []).extend(range(first, len(self.characters)))

    def _path(self, element: etree._Element, own: Matrix) -> None:
        is_stroked = element.get("Stroke") not in _HIDDEN
        if not is_stroked and element.get("Fill") in (None, *_HIDDEN):
            return
        data = child_text(element, "AbbreviatedData") or ""
        self._budget.spend(len(data) // 4)
        rules, fills = rules_and_fills(data, product(own, (POINTS, 0.0, 0.0, POINTS, 0.0, 0.0)), is_stroked)
        self.rules += rules
        self.fills += fills


def read_page(sheet: Sheet, budget: Budget) -> Page:
    """Everything printed on a page. Raises DocumentRejected (``too_large``)."""
    left, top, width, height = sheet.area
    drawn = _Drawing(sheet.resources, budget)
    for layer in sheet.layers:
        drawn.draw(layer, (1.0, 0.0, 0.0, 1.0, -left, -top))
    turns = _turns(drawn.characters)
    size = (width * POINTS, height * POINTS)
    placed = [(text, x0, -y0, x1, -y1) for text, (x0, y0, x1, y1), _ in drawn.characters]
    heights = [int((lower - upper) * POINTS) for _, (_, upper, _, lower), _ in drawn.characters]
    rules = [(x0 / POINTS, -y1 / POINTS, x1 / POINTS, -y0 / POINTS) for x0, y0, x1, y1 in drawn.rules]
    marks = watermarks(drawn.pale.values(), placed, larger(heights, Counter(heights)), (), rules)
    by_turn: dict[int | None, list[Glyph]] = {}
    for at, (text, (x0, y0, x1, y1), angle) in enumerate(drawn.characters):
        is_outside = x1 <= 0 or y1 <= 0 or x0 >= width or y0 >= height
        if text < " " or is_outside or x1 <= x0 or y1 <= y0:
            continue
        place = _upright((x0 * POINTS, y0 * POINTS, x1 * POINTS, y1 * POINTS), size, turns)
        turn = None if at in marks else quarter_turns(angle)
        by_turn.setdefault(None if turn is None else (turn - turns) % 4, []).append((text, *place))
    is_mostly_hidden = drawn.invisible > sum(map(len, by_turn.values()))
    is_scan = (is_mostly_hidden or not by_turn) and drawn.largest_image >= _SCANNED_SHARE * width * height
    return Page(
        width=size[turns % 2],
        height=size[1 - turns % 2],
        turns=turns,
        glyphs=by_turn.get(0, []),
        sideways={turn: own for turn, own in by_turn.items() if turn},
        slanted=by_turn.get(None, []),
        rules=[_upright(rule, size, turns) for rule in drawn.rules],
        unknown=sum(_is_meaningless(glyph[0]) for glyph in by_turn.get(0, [])),
        fills=[_upright(fill, size, turns) for fill in drawn.fills],
        is_scan=is_scan,
    )


def _colour(element: etree._Element) -> Colour:
    """The colour a text is filled with; black where it says none."""
    filled = child(element, "FillColor")
    alpha = min(number(one.get("Alpha"), 255) for one in (element, filled) if one is not None)
    values = [number(value, 0) for value in (filled.get("Value") or "").split()] if filled is not None else []
    red, green, blue = values if len(values) == 3 else values * 3 if len(values) == 1 else (0, 0, 0)
    return red, green, blue, alpha


def _is_meaningless(text: str) -> bool:
    """True for a character that a program wrote for the number of a sign in its font."""
    return text == UNKNOWN or "\ue000" <= text <= "\uf8ff"


def _turns(found: list[Character]) -> int:
    """Quarter turns to the left by which most characters are written."""
    counts = Counter(turns for one in found if (turns := quarter_turns(one.angle)) is not None)
    return max(counts, key=lambda turns: (counts[turns], -turns), default=0)


def _upright(place: Bounds, size: tuple[float, float], turns: int) -> Bounds:
    """A box of the displayed page of this size on the page turned upright; the reverse of `Page.displayed`."""
    x0, y0, x1, y1 = place
    width, height = size
    if turns == 1:
        return height - y1, x0, height - y0, x1
    if turns == 2:
        return width - x1, height - y1, width - x0, height - y0
    if turns == 3:
        return y0, width - x1, y1, width - x0
    return place
