"""Scanned documents say what was printed, or say that they are not sure; nothing is fetched to read them."""

import io
import socket
from collections.abc import Callable, Iterable
from random import Random

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.readers import read_source
from ingest.readers.scan import recognise as scan_recognise
from ingest.readers.scan.reader import read_scan
from ingest.rows import Reading
from ingest.source.printed import fold
from jixiao.dashboard.drawing import draw
from tests.drawing.draw import Limits
from tests.drawing.expected import Drawn, Truth, observed
from tests.drawing.render_pdf import FONT
from tests.drawing.render_scan import DPI, as_image, as_pdf, render_scan
from tests.drawing.strategies import drawn
from tests.properties.laws import broken_laws

FLAGS = {"low_confidence", "amount_unreadable", "amount_missing"}
MIDTERM = "中期市财政预算"


def folded(truth: Truth) -> Truth:
    """The truth with its texts as `fold` folds them: recognition gives signs of either width."""

    def fold_texts(value: object) -> object:
        if isinstance(value, str):
            return fold(value)
        if isinstance(value, frozenset):
            return frozenset(map(fold_texts, value))
        return type(value)(*map(fold_texts, value)) if hasattr(value, "_fields") else value

    names = Truth.__slots__
    values = (getattr(truth, name) for name in names)
    return Truth(
        *(
            tuple(map(fold_texts, v)) if isinstance(v, tuple) and not hasattr(v, "_fields") else fold_texts(v)
            for v in values
        )
    )


def check(reading: Reading, printed: Drawn) -> None:
    assert folded(observed(reading)) == folded(printed.truth)
    assert broken_laws(reading) == []
    assert (reading.document.medium, reading.document.encoding) == ("scan", "ocr")
    boxed = "".join(reading.source.text[box.char_start : box.char_end] for box in reading.text_boxes)
    assert "".join(boxed.split()) == "".join(reading.source.text.split())
    assert all(0 < box.x0 < box.x1 < 842 and 0 < box.y0 < box.y1 < 842 for box in reading.text_boxes)
    assert all(0 < box.confidence <= 1 for box in reading.text_boxes)


def test_a_scanned_list_table_says_what_was_printed() -> None:
    printed = drawn(1, "table", Limits(2, 3, 3))
    check(read(as_pdf(render_scan(printed.text, Random(1))), "scan.pdf"), printed)


def test_running_text_keeps_its_indents_and_its_columns_apart() -> None:
    printed = drawn(3, "flow", Limits(2, 3, 1))
    check(read(as_pdf(render_scan(printed.text, Random(3))), "scan.pdf"), printed)


def test_the_picture_of_a_page_is_dark_where_its_lines_stand() -> None:
    data = as_image(paper([["项目名称", "总计"], ["工作经费", "1,234.50"]]), "PNG")
    (picture,) = draw(data, {1})
    drawn_page = Image.open(io.BytesIO(picture.data)).convert("L")
    scale = drawn_page.width / picture.width
    marks = read_scan(data, "page.png").marks
    assert len(marks) == 4
    for mark in marks:
        line = drawn_page.crop([round(side * scale) for side in mark.box[:4]])
        assert 0.1 < sum(line.histogram()[:128]) / (line.width * line.height) < 0.6


@pytest.mark.parametrize("turn", [0, 90])
def test_an_approval_form_says_what_was_printed_on_its_side_as_well(turn: int) -> None:
    printed = drawn(5, "approval", Limits(1, 1, 1))
    pages = [page.rotate(turn, expand=True) for page in render_scan(printed.text, Random(5))]
    check(read(as_pdf(pages), "scan.pdf"), printed)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_images_say_what_a_pdf_of_them_says(kind: str) -> None:
    page = paper([["项目名称", "总计"], ["工作经费", "1,234.50"]])
    rows = [line.split("\t") for line in read_scan(as_image(page, kind), "page").text.splitlines()]
    assert rows == [["项目名称", "总计"], ["工作经费", "1,234.50"]]


def paper(rows: list[list[str]]) -> Image.Image:
    (page, *_) = render_scan("\n".join("\t".join(row) for row in rows), Random(0))
    return page


@pytest.mark.parametrize("seed", range(6))
def test_a_smudged_amount_is_right_or_flagged(seed: int) -> None:
    """No sum tells an amount of this form: what cannot be seen must be said."""
    random = Random(seed)
    amount = f"{random.randint(10**4, 10**8) / 100:,.2f}"
    text = f"某市财政项目支出绩效目标批复表\n（2024年度）\n预算单位：广州市教育局\n项目名称\t工作经费\t{MIDTERM}（万元）\t{amount}"
    text += f"\t本年度申请市财政预算资金（万元）\t{amount}\t\t\n"
    text += (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值（或计划水平）\t二级指标\t三级指标\t计划指标值（或计划水平）\n"
    )
    text += "\t预期产出指标\t数量指标\t数量\t3次\t数量指标\t数量\t3次"
    page = render_scan(text, Random(seed))[0].copy()
    where = next(iter(marks_of(page, lambda found: fold(found) == fold(amount))))
    smudge(page, where, random)
    reading = read(as_pdf([page]), "scan.pdf")
    (row,) = reading.funding or [None]
    is_right = row is not None and f"{row.amount_wan:,.2f}" == f"{row.midterm_amount_wan or 0:,.2f}" == amount
    assert is_right or {issue.code for issue in reading.issues} & FLAGS


def marks_of(page: Image.Image, wanted: Callable[[str], bool]) -> Iterable[tuple[float, ...]]:
    """The boxes, in pixels, of the lines of text that are ``wanted``."""
    source = read_scan(as_pdf([page]), "scan.pdf")
    for mark in source.marks:
        if wanted(source.text[slice(*mark.span)]):
            yield tuple(side * DPI / 72 for side in mark.box[:4])


def smudge(page: Image.Image, box: tuple[float, ...], random: Random) -> None:
    """Ink or correction fluid on a part of a line."""
    x0, y0, x1, y1 = box
    x, y = random.uniform(x0, x1 - 12), random.uniform(y0, y1 - 6)
    ImageDraw.Draw(page).ellipse((x, y, x + 12, y + 14), fill=random.choice((0, 250)))


def test_the_models_are_in_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("reading a scan opens a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    scan_recognise._recogniser.cache_clear()
    assert "1,234.50" in read_scan(as_image(paper([["工作经费", "1,234.50"]] * 2), "PNG"), "page.png").text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (as_image(Image.new("L", (900, 600), 255), "PNG"), "no_text"),
        (as_image(Image.new("L", (900, 600), 255), "PNG")[:60], "damaged"),
        (as_image(Image.new("1", (20000, 20000), 1), "PNG"), "too_large"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"\xff\xd8\xff\xe0 no picture", "damaged"),
    ],
    ids=["blank", "cut", "huge", "no pdf", "no jpeg"],
)
def test_what_cannot_be_read_is_rejected(data: bytes, code: str) -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read_scan(data, "scan")
    assert rejected.value.code == code


@pytest.mark.parametrize("says", ["1,234.50", "1,284.50"])
def test_a_text_layer_that_differs_from_the_picture_is_an_issue(says: str) -> None:
    page = paper([["项目名称", "总计"], ["工作经费", "1,234.50"]])
    cells = [["项目名称", "总计"], ["工作经费", "1,234.50"]]
    marks = read_scan(as_pdf([page]), "scan.pdf").marks
    words = [says if text == "1,234.50" else text for row in cells for text in row]
    source = read_source(
        with_layer(page, [(word, *mark.box[:4]) for word, mark in zip(words, marks, strict=True)]), "a"
    )
    assert [line.split("\t") for line in source.text.splitlines()] == cells
    told = [(notice.code, notice.printed, says in notice.message) for notice in source.notices]
    assert told == ([] if says == "1,234.50" else [("text_layer_differs", "1,234.50", True)])


def with_layer(page: Image.Image, words: list[tuple[str, float, float, float, float]]) -> bytes:
    """A PDF of a page image under invisible words, each with its box in points from the upper left corner."""
    width, height = (side * 72 / DPI for side in page.size)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(width, height))
    canvas.drawImage(ImageReader(page), 0, 0, width, height)
    for word, x0, _, _, y1 in words:
        written = canvas.beginText(x0, height - y1)
        written.setFont(FONT, 9)
        written.setTextRenderMode(3)
        written.textLine(word)
        canvas.drawText(written)
    canvas.save()
    return file.getvalue()
