"""What the tests of charts have in common: the table beside a chart, its file and picture, pages in two languages and widths."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Locator, Page, expect

WORDS = {
    "zh": {"table": "数据表", "data": "下载数据", "picture": "下载图片", "link": "复制链接"},
    "en": {"table": "Table", "data": "Download data", "picture": "Download picture", "link": "Copy link"},
}
WIDTHS = (1360, 390)


class View(NamedTuple):
    """A language and a width of the screen."""

    language: str
    width: int

    def address(self, address: str) -> str:
        """The address of a page in this language."""
        return f"{address}{'&' if '?' in address else '?'}lang={self.language}"


VIEWS = [View(language, width) for language in WORDS for width in WIDTHS]


def table_of(page: Page, chart: str, language: str = "zh") -> list[list[str]]:
    """The rows of the table beside a chart, all of them."""
    exhibit = page.locator(f"#{chart}")
    shower = exhibit.get_by_role("button", name=WORDS[language]["table"], exact=True)
    if shower.get_attribute("aria-expanded") == "false":
        shower.click()
    every = exhibit.locator(".takeaway + div > div > button")
    if every.count():
        every.click()
    return [
        [cell.strip() for cell in row.locator("td").all_text_contents()]
        for row in exhibit.locator("table tbody tr").all()
    ]


def file_of(page: Page, chart: str, folder: Path, language: str = "zh") -> list[dict[str, str]]:
    """The rows of the file that a chart offers."""
    with page.expect_download() as download:
        page.locator(f"#{chart}").get_by_role("button", name=WORDS[language]["data"]).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def picture_of(page: Page, chart: str, folder: Path, language: str = "zh") -> Image.Image:
    """The picture that a chart offers."""
    with page.expect_download() as download:
        page.locator(f"#{chart}").get_by_role("button", name=WORDS[language]["picture"]).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return Image.open(io.BytesIO(file.read_bytes()))


def number(text: str) -> Decimal:
    """A number as a page writes it."""
    return Decimal(text.replace(",", "").replace("−", "-").rstrip("%"))


def canvas_of(page: Page, chart: str) -> Locator:
    """The drawing of a chart, on the screen."""
    canvas = page.locator(f"#{chart} .chart canvas")
    canvas.scroll_into_view_if_needed()
    expect(canvas).to_be_visible()
    return canvas


def told(page: Page, canvas: Locator) -> Iterator[str]:
    """What the box beside the pointer says, wherever the pointer goes over a chart."""
    box = canvas.bounding_box()
    assert box
    seen = set()
    for down in range(1, 20):
        for across in range(1, 20):
            page.mouse.move(box["x"] + box["width"] * across / 20, box["y"] + box["height"] * down / 20)
            for tip in page.locator(".tip").all():
                text = tip.inner_text() if tip.is_visible() else ""
                if text and text not in seen:
                    seen.add(text)
                    yield text


def fits(page: Page) -> bool:
    """True where nothing stands beside the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
