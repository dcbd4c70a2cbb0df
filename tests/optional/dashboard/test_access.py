"""What a reader comes to by clicking is accessible: both themes, both languages, a wide and a narrow screen, in every pair."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.optional.dashboard.conftest import ask
from tests.optional.dashboard.test_pages import check_access

LOOKS = [("light", "zh-CN", 1360), ("dark", "zh-CN", 390), ("light", "en-GB", 390), ("dark", "en-GB", 1360)]


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    theme, locale, width = request.param
    context = browser.new_context(
        bypass_csp=True, color_scheme=theme, locale=locale, viewport={"width": width, "height": 900}
    )
    yield context.new_page()
    context.close()


def opened(page: Page, drawn: Path, address: str) -> None:
    """Open a page of the drawn documents and wait for all it shows."""
    page.goto("about:blank")
    page.goto(drawn.with_name("dashboard").joinpath("index.html").as_uri() + address)
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)


def test_a_department_over_years_with_the_tables_of_its_charts(page: Page, drawn: Path) -> None:
    ((key, year),) = ask(
        drawn,
        """
        select department_key, max(year_key) from marts.dim_document
        group by all order by count(distinct year_key) desc, 1 limit 1
        """,
    )
    opened(page, drawn, f"#/department/{key}/{year}")
    expect(page.locator(".over-years .chart canvas").first).to_be_visible()
    showers = page.locator(".takeaway button[aria-expanded]")
    assert showers.count() > 4
    for shower in showers.all():
        shower.click()
    check_access(page)


def test_a_department_that_evaluated_itself(page: Page, drawn: Path) -> None:
    ((key, year),) = ask(drawn, "select department_key, max(year_key) from marts.fct_execution group by all")
    opened(page, drawn, f"#/department/{key}/{year}")
    check_access(page)


def test_the_way_into_the_money(page: Page, drawn: Path) -> None:
    ((city, department, year),) = ask(
        drawn, "select city_key, department_key, year_key from marts.dim_document order by all limit 1"
    )
    opened(page, drawn, f"#/?city={city}&department={department}&year={year}")
    page.locator("#money .takeaway button[aria-expanded]").click()
    check_access(page)


def test_the_drawer_with_a_finding_and_the_next_one(page: Page, drawn: Path) -> None:
    opened(page, drawn, "#/findings")
    more = page.locator("button.more").first
    more.click()
    page.locator(".tabulator-row .witnessed").first.click()
    expect(page.get_by_role("dialog").locator("mark.shown").first).to_be_visible()
    page.get_by_role("dialog").locator(".steps button").last.click()
    expect(page.get_by_role("dialog").locator("mark.shown").first).to_be_visible()
    check_access(page)


@pytest.mark.parametrize("view", ["rule", "department", "matrix"])
def test_the_findings_summed(page: Page, drawn: Path, view: str) -> None:
    opened(page, drawn, f"#/findings?view={view}")
    folded = page.locator("details.folded summary")
    if folded.is_visible():
        folded.click()
    check_access(page)


def test_peers_with_the_own_city(page: Page, drawn: Path) -> None:
    ((function, year, city),) = ask(
        drawn,
        """
        select function_code, budget_year, min(city_key) from marts.city_comparison
        group by all order by count(distinct city_key) desc, 1, 2 limit 1
        """,
    )
    opened(page, drawn, f"#/peers?function={function}&year={year}&city={city}")
    for shower in page.locator(".takeaway button[aria-expanded]").all():
        shower.click()
    check_access(page)
