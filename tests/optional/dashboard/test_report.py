"""The report of the validation beside the dashboard: in the language and the theme that were chosen there."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.optional.dashboard.conftest import Watch
from tests.optional.dashboard.test_pages import check_access


def report(warehouse: Path) -> str:
    return warehouse.with_name("validation.html").as_uri()


def test_the_report_speaks_as_the_dashboard_does(watch: Watch, warehouse: Path, base: str) -> None:
    watched = watch(base)
    page = watched.page
    page.goto(report(warehouse))
    expect(page.locator("h1")).to_have_text("数据仓库检验", use_inner_text=True)
    expect(page.get_by_text("expectations hold")).to_be_hidden()
    watched.open("").get_by_role("button", name="English").click()
    page.goto(report(warehouse))
    expect(page.locator("h1")).to_have_text("Validation of the warehouse", use_inner_text=True)
    expect(page.get_by_text("项预期中")).to_be_hidden()
    page.get_by_role("button", name="中文").click()
    expect(page.locator("h1")).to_have_text("数据仓库检验", use_inner_text=True)
    watched.open("#/findings")
    expect(page.locator("h1")).to_have_text("审计疑点")
    assert watched.trouble == [report(warehouse)] * 2  # outside the folder of the dashboard, and nothing else
    assert page.evaluate("window.violations") == []


def test_every_sentence_of_the_report_is_chinese(watch: Watch, warehouse: Path, base: str) -> None:
    page = watch(base).page
    page.goto(report(warehouse))
    said = page.locator("h3").all_inner_texts()
    assert len(said) > 90
    assert [text for text in said if text.isascii()] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_report_is_accessible(browser: Browser, warehouse: Path, theme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    page.goto(report(warehouse))
    check_access(page)
    context.close()
