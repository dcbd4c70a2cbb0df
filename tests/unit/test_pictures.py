"""Pictures of pages: what is dark in the document is dark there; one bad document costs no other its pictures."""

import hashlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from ingest.delivery.folder import Delivered
from jixiao.dashboard.drawing import Picture, draw
from jixiao.dashboard.pictures import publish_pictures, write_pictures
from tests.drawing.render_ofd import OFD, packed

BOX = (300, 200, 500, 260)


def image(kind: str, frames: int = 1, size: tuple[int, int] = (1684, 1190)) -> bytes:
    """White pages, A4 across, with a black box on each."""
    pages = [Image.new("RGB", size, "white") for _ in range(frames)]
    for page in pages:
        ImageDraw.Draw(page).rectangle([2 * side for side in BOX], fill="black")
    file = io.BytesIO()
    pages[0].save(file, kind, **({"save_all": True, "append_images": pages[1:]} if frames > 1 else {}))
    return file.getvalue()


def pdf(*, rotation: int = 0, size: tuple[float, float] = (842, 595), pages: int = 1) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    for _ in range(pages):
        canvas.setPageRotation(rotation)
        canvas.rect(BOX[0], size[1] - BOX[3], BOX[2] - BOX[0], BOX[3] - BOX[1], stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def ofd() -> bytes:
    """The same page with the box as a filled path, in millimetres."""
    x0, y0, x1, y1 = (side * 25.4 / 72 for side in BOX)
    bars = [
        f"M {x0} {y0 + at} L {x1} {y0 + at} L {x1} {y0 + at + 1.7} L {x0} {y0 + at + 1.7} C"
        for at in range(int(y1 - y0) - 1)
    ]
    path = f'<ofd:PathObject Boundary="0 0 297 210" Stroke="false" Fill="true"><ofd:AbbreviatedData>{" ".join(bars)} M {x0} {y1 - 1} L {x1} {y1 - 1} L {x1} {y1} L {x0} {y1} C</ofd:AbbreviatedData></ofd:PathObject>'
    page = f'<ofd:Page xmlns:ofd="{OFD}"><ofd:Content><ofd:Layer>{path}</ofd:Layer></ofd:Content></ofd:Page>'
    return packed({"Doc_0/Pages/Page_0/Content.xml": page}, (842 * 25.4 / 72, 595 * 25.4 / 72), 1, has_template=False)


def darkest(picture: Picture) -> tuple[float, float, float, float]:
    """The box of what is dark, in points."""
    drawn = Image.open(io.BytesIO(picture.data)).convert("L")
    assert drawn.width / drawn.height == pytest.approx(picture.width / picture.height, abs=0.01)
    box = drawn.point([255 if grey < 128 else 0 for grey in range(256)]).getbbox()
    assert box
    scale = picture.width / drawn.width
    return tuple(side * scale for side in box)  # type: ignore[return-value]


@pytest.mark.parametrize(
    "data", [image("PNG"), image("JPEG"), image("TIFF"), pdf(), ofd()], ids=["png", "jpeg", "tiff", "pdf", "ofd"]
)
def test_a_picture_shows_what_stands_on_the_page_in_points(data: bytes) -> None:
    (picture,) = draw(data, {1})
    assert (picture.page, picture.width, picture.height) == (1, pytest.approx(842, abs=1), pytest.approx(595, abs=1))
    assert darkest(picture) == pytest.approx(BOX, abs=2)


@pytest.mark.parametrize("data", [pdf(), ofd()], ids=["pdf", "ofd"])
def test_pages_are_drawn_in_true_fonts_and_not_in_the_squares_that_measure_them(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "document").write_bytes(data)
    code = (
        "import sys; from pathlib import Path; from jixiao.dashboard.drawing import draw;"
        "from ingest.readers.pdf.fonts import use_square_font;"
        "list(draw(Path(sys.argv[1]).read_bytes(), {1})); sys.exit(use_square_font.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "document")], check=False).returncode == 0


def test_a_turned_page_is_drawn_as_it_is_displayed() -> None:
    (picture,) = draw(pdf(rotation=90), {1})  # reportlab writes its size for the turned page
    assert (picture.width, picture.height) == (842, 595)
    assert darkest(picture) == pytest.approx((595 - BOX[3], BOX[0], 595 - BOX[1], BOX[2]), abs=2)


@pytest.mark.parametrize("data", [image("TIFF", frames=3), pdf(pages=3)], ids=["tiff", "pdf"])
def test_only_the_pages_asked_for_are_drawn(data: bytes) -> None:
    assert [picture.page for picture in draw(data, {1, 3})] == [1, 3]


def test_a_poster_is_drawn_in_few_pixels() -> None:
    (picture,) = draw(pdf(size=(14_000, 14_000)), {1})
    drawn = Image.open(io.BytesIO(picture.data))
    assert drawn.width * drawn.height <= 4_010_000
    assert picture.width == 14_000


def test_a_bad_document_costs_no_other_its_pictures_and_old_ones_go(tmp_path: Path) -> None:
    delivered = []
    for name, data in {
        "good.pdf": pdf(pages=2),
        "bad.pdf": b"%PDF-1.7\nnothing\n%%EOF\n",
        "good.png": image("PNG"),
    }.items():
        (tmp_path / name).write_bytes(data)
        delivered.append(Delivered(tmp_path / name, name, hashlib.sha256(data).hexdigest(), None))
    good, bad, scan = (document.sha256[:16] for document in delivered)
    published = tmp_path / "dashboard"
    write_pictures({good: [1, 2], bad: [1], scan: [1]}, delivered, tmp_path / "one")
    publish_pictures({good, bad, scan}, tmp_path / "one", published)
    found = {folder.name: sorted(path.name for path in folder.iterdir()) for folder in (published / "pages").iterdir()}
    assert found == {good: ["1.webp", "2.webp", "index.js"], bad: ["index.js"], scan: ["1.webp", "index.js"]}
    index = (published / "pages" / good / "index.js").read_text(encoding="utf-8")
    assert re.fullmatch(rf'jixiaoData\("pages/{good}",\{{"page":\[1,2\],"width":\[84200,84200\],.*\}}\);\n', index)
    publish_pictures({scan}, tmp_path / "two", published)
    assert [folder.name for folder in (published / "pages").iterdir()] == [scan]
