"""The drawer of a PDF: the picture of its page, with a box around the very characters."""

import io
import shutil
from ctypes import byref, c_int
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from jixiao.dashboard.pictures import pictured
from tests.optional.dashboard.conftest import Watch, ask
from tests.optional.dashboard.drawn import PDFS

UNITS = 10_000


class Printed(NamedTuple):
    """Something printed of a project: its text, and how often that stands before it in its document."""

    document: int
    project: int
    printed: str
    before: int


def last_amount(warehouse: Path, file_name: str) -> Printed:
    ((document, project, printed, above),) = ask(
        warehouse,
        f"""
        select document_key, project_key, amount_printed, left(text, char_start::int)
        from marts.fct_funding
        inner join marts.dim_document using (document_key)
        inner join landing.sources on document_id = document_key
        where file_name = '{file_name}' and len(amount_printed) >= 4
        order by char_start desc
        limit 1
        """,
    )
    return Printed(document, project, printed, above.count(printed))


def last_target(warehouse: Path, file_name: str) -> Printed:
    """The last annual target that is a part of a line without spaces."""
    ((document, project, printed, above),) = ask(
        warehouse,
        f"""
        select indicators.document_key, project_key, annual_target, left(text, annual_start::int)
        from marts.fct_indicators as indicators
        inner join marts.dim_document using (document_key)
        inner join landing.sources on sources.document_id = document_key
        inner join landing.text_boxes as boxes on boxes.document_id = document_key
            and boxes.char_start < annual_start and boxes.char_end > annual_end
        where file_name = '{file_name}' and len(annual_target) > 1
            and not contains(text[boxes.char_start + 1:boxes.char_end], ' ')
            and text[annual_start + 1:annual_end] = annual_target
        order by annual_start desc
        limit 1
        """,
    )
    return Printed(document, project, printed, above.count(printed))


def printed_at(pdf: Path, amount: Printed) -> tuple[int, float, float]:
    """Where it is printed, as pdfium's own search says: its page, and its middle as shares of the displayed page."""
    before = amount.before
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            search = page.get_textpage().search(amount.printed)
            while found := search.get_next():
                if before == 0:
                    left, bottom, right, top = charbox(page, *found)
                    x, y = c_int(), c_int()
                    middle = (left + right) / 2, (bottom + top) / 2
                    raw.FPDF_PageToDevice(page, 0, 0, UNITS, UNITS, 0, *middle, byref(x), byref(y))
                    return number, x.value / UNITS, y.value / UNITS
                before -= 1
    raise AssertionError(f"{amount.printed} is not in {pdf.name}")


def charbox(page: Any, index: int, count: int) -> tuple[float, float, float, float]:
    boxes = [page.get_textpage().get_charbox(place) for place in range(index, index + count)]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def share_of_ink(page: Page, clip: dict[str, float]) -> float:
    """The share of dark pixels on a part of the screen."""
    grey = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")  # type: ignore[arg-type]
    return sum(grey.histogram()[:110]) / (grey.width * grey.height)


def open_amount(page: Page, amount: Printed) -> None:
    rows = page.get_by_role("table", name="资金").locator("tbody tr:not(.subtotal)")
    rows.filter(has_text=amount.printed).last.locator("button.witnessed").first.click()


@pytest.mark.parametrize("seed", PDFS)
def test_a_box_stands_around_the_printed_amount(watch: Watch, drawn: Path, seed: int) -> None:
    amount = last_amount(drawn, f"pdf-{seed}.pdf")
    number, x, y = printed_at(drawn.parent / "documents" / f"pdf-{seed}.pdf", amount)
    watched = watch(drawn.with_name("dashboard").joinpath("index.html").as_uri())
    page = watched.open(f"#/project/{amount.document}/{amount.project}")
    open_amount(page, amount)
    box = page.locator(".box.shown")
    expect(box).to_have_count(1)
    expect(box).to_be_in_viewport()
    sheet = page.locator(".sheet", has=box)
    picture = sheet.get_by_role("img", name=f"第 {number} 页影像")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 800
    whole, part = picture.bounding_box(), box.bounding_box()
    assert whole and part
    assert part["x"] < whole["x"] + x * whole["width"] < part["x"] + part["width"]
    assert part["y"] < whole["y"] + y * whole["height"] < part["y"] + part["height"]
    assert part["width"] * part["height"] < 0.01 * whole["width"] * whole["height"]
    assert 0.02 < share_of_ink(page, part) < 0.6
    expect(page.locator("mark.shown")).to_have_text(amount.printed)
    watched.settle()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_box_stands_around_the_part_of_a_line(watch: Watch, drawn: Path, seed: int) -> None:
    target = last_target(drawn, f"pdf-{seed}.pdf")
    _, x, y = printed_at(drawn.parent / "documents" / f"pdf-{seed}.pdf", target)
    watched = watch(drawn.with_name("dashboard").joinpath("index.html").as_uri())
    page = watched.open(f"#/project/{target.document}/{target.project}")
    cells = page.get_by_role("table", name="绩效指标").locator("td:nth-child(4)")
    cells.get_by_role("button", name=target.printed, exact=True).last.click()
    box = page.locator(".box.shown")
    expect(box).to_have_count(1)
    whole, part = page.locator(".sheet", has=page.locator(".box.shown")).bounding_box(), box.bounding_box()
    assert whole and part
    assert part["x"] < whole["x"] + x * whole["width"] < part["x"] + part["width"]
    assert part["y"] < whole["y"] + y * whole["height"] < part["y"] + part["height"]
    assert part["width"] < 0.02 * (len(target.printed) + 2) * whole["width"]
    watched.settle()


def test_each_place_of_a_sum_is_shown_in_turn(watch: Watch, drawn: Path) -> None:
    ((document,),) = ask(drawn, "select document_key from marts.dim_document where file_name = 'pdf-2.pdf'")
    watched = watch(drawn.with_name("dashboard").joinpath("index.html").as_uri())
    page = watched.open(f"#/document/{document}")
    page.get_by_role("table", name="勾稽核对").get_by_role("row").nth(1).locator("button.witnessed").last.click()
    places = page.locator(".places button")
    assert places.count() > 1
    seen = set()
    for place in places.all():
        place.click()
        expect(page.locator(".box.shown")).to_be_in_viewport()
        seen.add(page.locator(".box.shown").first.get_attribute("style"))
    assert len(seen) == places.count()
    watched.settle()


def test_pictures_are_drawn_once(drawn: Path, tmp_path: Path) -> None:
    names, lacking = pictured(drawn, drawn.with_name("dashboard"))
    assert len(names) == len(PDFS) and lacking == {}
    assert {folder.name for folder in drawn.with_name("dashboard").joinpath("pages").iterdir()} == names
    assert pictured(drawn, tmp_path)[1].keys() == names


def test_text_alone_is_shown_where_there_are_no_pictures(watch: Watch, drawn: Path, tmp_path: Path) -> None:
    shutil.copytree(drawn.with_name("dashboard"), tmp_path / "dashboard")
    shutil.rmtree(tmp_path / "dashboard" / "pages")
    amount = last_amount(drawn, "pdf-1.pdf")
    page = watch(tmp_path.joinpath("dashboard", "index.html").as_uri()).open(
        f"#/project/{amount.document}/{amount.project}"
    )
    open_amount(page, amount)
    expect(page.locator("mark.shown")).to_have_text(amount.printed)
    expect(page.locator(".pages")).to_have_count(0)
