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

LOCALES = {"zh": "zh-CN", "en": "en-GB"}
_COLOURS = 128
_PATIENCE = 120_000
_MOST_YEARS = """
    select city_key, department_key, function_code, max(year_key)
    from marts.dim_document inner join marts.dim_department using (department_key, city_key)
    group by all order by count(distinct year_key) desc, department_key limit 1
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
    theme: str = "light"


def shots(warehouse: Path) -> dict[str, Shot]:
    """The pictures by name."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        ((city, department, function, year),) = connection.execute(_MOST_YEARS).fetchall()
        ((document, project),) = connection.execute(_ON_PAPER).fetchall()
    return {
        "overview": Shot("#/", 1400),
        "department": Shot(f"#/department/{department}/{year}", 1400),
        "peers": Shot(f"#/peers?function={function}&city={city}", 1400),
        "findings": Shot("#/findings?view=matrix", 1000),
        "evidence": Shot(f"#/project/{document}/{project}", 900, _opened),
        "dark": Shot("#/findings", 900, theme="dark"),
    }


def _opened(page: Page) -> None:
    """The place of the last amount, in its document."""
    page.locator("table button.witnessed").last.click()
    expect(page.locator(".box.shown, mark.shown").first).to_be_in_viewport(timeout=_PATIENCE)
    page.wait_for_function("[...document.querySelectorAll('.sheet img')].every(image => image.complete)")


def take(browser: Browser, base: str, language: str, shot: Shot) -> bytes:
    """A picture in a language, as PNG of few colours."""
    context = browser.new_context(
        viewport={"width": 1280, "height": shot.height},
        locale=LOCALES[language],
        color_scheme="dark" if shot.theme == "dark" else "light",
    )
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(base + shot.address)
    page.locator("main h1").wait_for()
    expect(page.locator("[aria-busy]")).to_have_count(0, timeout=_PATIENCE)
    shot.prepare(page)
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    image = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    packed = io.BytesIO()
    image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def main() -> None:
    """Write every picture, and remove those of other names."""
    warehouse, folder = map(Path, sys.argv[1:3])
    base = warehouse.resolve().with_name("dashboard").joinpath("index.html").as_uri()
    with chromium() as browser:
        taken = {
            f"{name}.{language}.png": take(browser, base, language, shot)
            for name, shot in shots(warehouse).items()
            for language in LOCALES
        }
    for old in folder.glob("*.png"):
        old.unlink()
    for name, data in taken.items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
