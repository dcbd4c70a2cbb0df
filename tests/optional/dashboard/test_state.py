"""What is chosen is in the address: filters, order, page, language. Back undoes a choice; a narrow screen is enough."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.optional.dashboard.charts import fits
from tests.optional.dashboard.conftest import Watch, Watched, ask


@pytest.fixture
def site(drawn: Path) -> str:
    return drawn.with_name("dashboard").joinpath("index.html").as_uri()


@pytest.fixture
def watched(watch: Watch, site: str) -> Watched:
    return watch(site)


@pytest.mark.parametrize("page_name", ["", "projects", "findings", "documents"])
def test_back_undoes_a_filter(watched: Watched, drawn: Path, page_name: str) -> None:
    ((city,),) = ask(drawn, "select max(city_name) from marts.dim_city")
    page = watched.open(f"#/{page_name}")
    chosen = page.get_by_label("城市", exact=True)
    chosen.select_option(city)
    assert "city=" in page.url
    page.go_back()
    expect(page.get_by_label("城市", exact=True)).to_have_value("")
    page.go_forward()
    expect(page.get_by_label("城市", exact=True).locator("option:checked")).to_have_text(city)
    watched.settle()


def test_words_typed_are_one_step(watched: Watched) -> None:
    page = watched.open("#/projects")
    every = page.locator(".counter").text_content()
    field = page.get_by_label("查找")
    field.press_sequentially("没有的")
    expect(page.locator(".counter")).to_have_text("0 行")
    page.go_back()
    expect(page.locator(".counter")).to_have_text(str(every))
    expect(page.get_by_label("查找")).to_have_value("")


def test_order_and_page_are_in_the_address(watched: Watched) -> None:
    page = watched.open("#/projects")
    page.get_by_role("columnheader", name="金额（万元）").click()
    page.get_by_role("columnheader", name="金额（万元）").click()
    page.get_by_role("button", name="下一页").click()
    page.wait_for_url("**p=2**")
    assert "sort=amount.desc" in page.url
    expect(page.locator(".tabulator-page.active")).to_have_text("2")
    rows = page.locator(".tabulator-row").all_text_contents()
    page.reload()
    expect(page.locator(".tabulator-page.active")).to_have_text("2")
    expect(page.get_by_role("columnheader", name="金额（万元）")).to_have_attribute("aria-sort", "descending")
    assert page.locator(".tabulator-row").all_text_contents() == rows


def test_the_language_is_in_the_address(watched: Watched) -> None:
    page = watched.open("#/findings")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Findings")
    assert "lang=en" in page.url
    page.get_by_role("link", name="Departments").click()
    expect(page.locator("h1")).to_have_text("Departments")
    assert "lang=en" in page.url
    page.go_back()
    page.go_back()
    expect(page.locator("h1")).to_have_text("审计疑点")


def test_a_reader_of_another_language_begins_in_english(browser_page: Watched) -> None:
    page = browser_page.open("#/departments")
    expect(page.locator("h1")).to_have_text("Departments")
    page = browser_page.open("#/departments?lang=zh")
    expect(page.locator("h1")).to_have_text("部门")


@pytest.fixture
def browser_page(browser: Browser, site: str) -> Iterator[Watched]:
    context = browser.new_context(locale="de-DE")
    yield Watched(context.new_page(), site)
    context.close()


@pytest.mark.parametrize(
    "address", ["", "#/projects", "#/findings", "#/documents", "#/peers", "#/compare", "#/departments"]
)
def test_a_narrow_screen_is_enough(watched: Watched, address: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(address)
    assert fits(page)
    filters = page.locator("details.folded")
    if filters.count():
        expect(page.get_by_label("城市", exact=True)).to_be_hidden()
        filters.locator("summary").click()
        expect(page.get_by_label("城市", exact=True)).to_be_visible()
    for row in page.locator(".tabulator-row").all()[:3]:
        box = row.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    watched.settle()
