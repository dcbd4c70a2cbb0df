"""The pictures of the READMEs: `python -m tests.optional.dashboard.pictures WAREHOUSE FOLDER`.

Made of the dashboard beside the warehouse of the sample collection, in both languages; `make pictures` does both. The same
warehouse and browser give the same pictures.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import duckdb
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.optional.dashboard.conftest import chromium

LOCALES = {"": "en-GB", ".zh-CN": "zh-CN"}
"""By what ends the name of a picture, as it does that of a page."""
_COLOURS = 128
_PATIENCE = 300_000
_A_WHILE = 1_000
_MOST_YEARS = """
    select department_key, max(year_key) from marts.fct_goals
    group by all order by count(distinct year_key) desc, count(*) desc, department_key limit 1
"""
_MOST_ALIKE = """
    select function_code, budget_year, min(city_key) from marts.indicator_targets
    semi join (
        select function_code, budget_year, category_key, target_unit, direction from marts.indicator_targets
        group by all having count(distinct city_key) > 1
    ) using (function_code, budget_year, category_key, target_unit, direction)
    group by all order by count(*) desc, 1, 2 limit 1
"""
_ON_PAPER = """
    select document_key, project_key from marts.fct_indicators inner join landing.documents on document_id = document_key
    where medium = 'pdf' and annual_is_quantitative order by all limit 1
"""


class Shot(NamedTuple):
    """A picture: the address of its page, how high it is, and what is done before it is taken."""

    address: str
    height: int
    prepare: Callable[[Page], None] = lambda page: None


def shots(warehouse: Path) -> dict[str, Shot]:
    """The pictures by name."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        ((department, year),) = connection.execute(_MOST_YEARS).fetchall()
        ((function, alike, city),) = connection.execute(_MOST_ALIKE).fetchall()
        ((document, project),) = connection.execute(_ON_PAPER).fetchall()
    return {
        "overview": Shot("#/", 1400),
        "department": Shot(f"#/department/{department}/{year}", 1400),
        "peers": Shot(f"#/peers?function={function}&year={alike}&city={city}", 1200),
        "findings": Shot("#/findings?view=matrix", 1000),
        "evidence": Shot(f"#/project/{document}/{project}", 900, _opened),
    }


def _opened(page: Page) -> None:
    """The place of the last amount, in its document."""
    page.locator("table button.witnessed").last.click()
    expect(page.locator(".box.shown, mark.shown").first).to_be_in_viewport(timeout=_PATIENCE)
    page.wait_for_function("[...document.querySelectorAll('.sheet img')].every(image => image.complete)")


def take(browser: Browser, base: str, locale: str, shot: Shot) -> bytes:
    """A picture in a language, as PNG of few colours."""
    context = browser.new_context(viewport={"width": 1280, "height": shot.height}, locale=locale)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(base + shot.address)
    page.locator("main h1").wait_for()
    expect(page.locator("[aria-busy]")).to_have_count(0, timeout=_PATIENCE)
    shot.prepare(page)
    image = Image.open(io.BytesIO(_at_rest(page)))
    context.close()
    packed = io.BytesIO()
    image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _at_rest(page: Page) -> bytes:
    """The page once it stays the same for a while: names on a map of areas fade in after it is drawn."""
    before, now = b"", page.screenshot()
    while now != before:
        page.wait_for_timeout(_A_WHILE)
        before, now = now, page.screenshot()
    return now


def main() -> None:
    """Write every picture, and remove those of other names."""
    warehouse, folder = map(Path, sys.argv[1:3])
    base = warehouse.resolve().with_name("dashboard").joinpath("index.html").as_uri()
    with chromium() as browser:
        taken = {
            f"{name}{ending}.png": take(browser, base, locale, shot)
            for name, shot in shots(warehouse).items()
            for ending, locale in LOCALES.items()
        }
    for old in folder.glob("*.png"):
        old.unlink()
    for name, data in taken.items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
