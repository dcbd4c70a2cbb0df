"""Pages that pdfium cannot open, as PDF: characters and rules where the reader found them, in a font of the system."""

from collections.abc import Iterable, Sequence

from ingest.readers.ofd.reader import read_pages
from ingest.readers.pdf.page import Page

_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 5 0 R"
    b"/W[1 12 500 13 13 250 14 14 333 15 16 250 17 26 500 27 28 250 29 95 500]"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    b"/Ascent 752/Descent -271/CapHeight 737/StemV 58>>",
)
_FIRST_PAGE = 3 + len(_FONT)
# Where the base line stands in the box of a character, from its lower edge.
_DESCENT = 0.12
_WIDEST_PLANE = 0xFFFF
# Written so many quarter turns to the left: the matrix of a character, and the corner of its box where it begins.
_TURNED = {
    0: ((1, 0, 0, 1), (0, 3)),
    1: ((0, 1, -1, 0), (2, 3)),
    2: ((-1, 0, 0, -1), (2, 1)),
    3: ((0, -1, 1, 0), (0, 1)),
}


def ofd_as_pdf(data: bytes) -> bytes:
    """The pages of an OFD as a PDF. Raises DocumentRejected."""
    return as_pdf(read_pages(data))


def as_pdf(pages: Iterable[Page]) -> bytes:
    """A PDF of the characters and rules of pages; pictures and colours are left out."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", *_FONT]
    for page in pages:
        width, height = page.displayed(0, 0, page.width, page.height)[2:4]
        stream = _drawn(page, height).encode("ascii")
        content = len(objects) + 2
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (width, height, content)
        )
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream))
    kids = range(_FIRST_PAGE, len(objects) + 1, 2)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _packed(objects)


def _drawn(page: Page, height: float) -> str:
    pieces = []
    for rule in page.rules:
        x0, y0, x1, y1 = page.displayed(*rule)[:4]
        pieces.append(f"{x0:.2f} {height - y1:.2f} {max(x1 - x0, 0.5):.2f} {max(y1 - y0, 0.5):.2f} re f")
    written = [(glyph, 0) for glyph in (*page.glyphs, *page.slanted)]
    written += [(glyph, turn) for turn, glyphs in page.sideways.items() for glyph in glyphs]
    for (text, *place), turn in written:
        code = ord(text[0])
        if code > _WIDEST_PLANE or code <= ord(" "):
            continue
        turns = (turn + page.turns) % 4
        box = page.displayed(*place)[:4]
        (a, b, c, d), (left, low) = _TURNED[turns]
        size = box[3 - turns % 2] - box[1 - turns % 2]
        x, y = box[left] + c * _DESCENT * size, height - box[low] + d * _DESCENT * size
        pieces.append(f"BT /F {size:.2f} Tf {a} {b} {c} {d} {x:.2f} {y:.2f} Tm <{code:04X}> Tj ET")
    return "\n".join(pieces)


def _packed(objects: Sequence[bytes]) -> bytes:
    """A PDF file of numbered objects, the first its catalog."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        data
        + head
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    )
