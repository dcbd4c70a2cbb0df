"""What pages say is in one language, down to brackets and commas; lists stand in order and fit a narrow screen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.optional.dashboard.conftest import ask

WIDE, NARROW = 1360, 390


def pages(warehouse: Path) -> dict[str, str]:
    """An address of every page, of a department, project and document with a self-evaluation."""
    ((document, project, department, year),) = ask(
        warehouse,
        "select document_key, project_key, department_key, year_key from marts.fct_execution order by all limit 1",
    )
    ((kept, last),) = ask(
        warehouse,
        """
        select department_key, max(year_key) from marts.fct_goals
        group by all order by count(distinct year_key) desc, count(*) desc, 1 limit 1
        """,
    )
    return {
        "overview": "#/", "peers": "#/peers", "compare": "#/compare", "departments": "#/departments",
        "department": f"#/department/{department}/{year}", "years": f"#/department/{kept}/{last}",
        "projects": "#/projects", "project": f"#/project/{document}/{project}", "findings": "#/findings",
        "matrix": "#/findings?view=matrix", "papers": "#/papers", "documents": "#/documents",
        "document": f"#/document/{document}",
    }  # fmt: skip


NAMES = [
    "overview", "peers", "compare", "departments", "department", "years", "projects", "project", "findings", "matrix",
    "papers", "documents", "document",
]  # fmt: skip


def opened(browser: Browser, warehouse: Path, address: str, locale: str, width: int) -> Page:
    page = browser.new_context(locale=locale, viewport={"width": width, "height": 900}).new_page()
    page.goto(warehouse.with_name("dashboard").joinpath("index.html").as_uri() + address)
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    return page


@pytest.mark.parametrize("name", NAMES)
def test_english_has_no_chinese_brackets_and_commas(browser: Browser, drawn: Path, name: str) -> None:
    page = opened(browser, drawn, pages(drawn)[name], "en-GB", WIDE)
    page.locator("q").evaluate_all("all => all.forEach(one => one.remove())")  # words of documents
    said = page.locator("main").inner_text()
    page.context.close()
    assert re.findall(r"[a-z]{3}[（，、；：。].{0,20}", said) == []


@pytest.mark.parametrize("name", NAMES)
def test_chinese_has_no_code(browser: Browser, drawn: Path, name: str) -> None:
    page = opened(browser, drawn, pages(drawn)[name], "zh-CN", WIDE)
    page.locator("q, code").evaluate_all("all => all.forEach(one => one.remove())")  # words of documents, digests
    said = page.locator("main").inner_text()
    page.context.close()
    assert re.findall(r"[一-鿿] ?\((?:[a-z_]{3,})\)|\b(?:table|flow|rows|printed|inferred|manifest)\b", said) == []


@pytest.mark.parametrize("name", NAMES)
def test_on_a_narrow_screen_nothing_is_cut_and_cards_are_as_wide_as_it(
    browser: Browser, drawn: Path, name: str
) -> None:
    page = opened(browser, drawn, pages(drawn)[name], "en-GB", NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    cut = page.evaluate(
        """
        [...document.querySelectorAll('th, button, nav a, .figure dd, h1, h2')]
            .filter(one => one.clientWidth && one.scrollWidth > one.clientWidth + 1 && !one.closest('.repeated'))
            .map(one => one.textContent)
        """
    )
    cards = page.evaluate(
        """
        [...document.querySelectorAll('.tabulator-row, table.cards tbody tr')]
            .map(one => one.getBoundingClientRect().width).filter(width => width)
        """
    )
    hidden = page.evaluate(
        f"[...document.querySelectorAll('.top nav a')].filter(one => one.getBoundingClientRect().right > {NARROW}).length"
    )
    page.context.close()
    assert (cut, hidden) == ([], 0)
    assert [width for width in cards if width < NARROW - 40] == []


def test_a_card_keeps_what_a_cell_holds_together(browser: Browser, drawn: Path) -> None:
    page = opened(browser, drawn, pages(drawn)["years"], "zh-CN", NARROW)
    parts = page.locator("table.cards td").evaluate_all("all => all.map(one => one.childNodes.length)")
    page.context.close()
    assert len(parts) > 20
    assert max(parts) == 1


def test_findings_stand_in_the_order_in_which_they_are_opened(browser: Browser, drawn: Path) -> None:
    rows = ask(
        drawn,
        """
        with ranked as (
            select *, row_number() over (
                order by
                    list_position(['high', 'medium', 'low'], severity),
                    list_position(['proved', 'read', 'judged'], certainty),
                    coalesce(amount_at_stake_wan, 0) desc, repeats desc, document_key, char_start, finding_key
            ) as place
            from marts.audit_findings
        )

        select title_zh, format('{:,.2f}', amount_at_stake_wan), department_name
        from (select * from ranked qualify row_number() over (partition by rule_code, document_key order by place) = 1)
        inner join marts.dim_document using (document_key)
        inner join marts.dim_department using (department_key)
        order by place limit 25
        """,
    )
    page = opened(browser, drawn, "#/findings", "zh-CN", WIDE)
    shown = page.locator(".tabulator-row").evaluate_all(
        "all => all.map(row => ['rule', 'amount', 'department'].map("
        "name => row.querySelector(`[tabulator-field=${name}]`).textContent))"
    )
    page.context.close()
    assert [tuple(row) for row in shown[:25]] == [(rule, amount or "—", name) for rule, amount, name in rows]
    assert len({amount for _, amount, _ in rows}) > 5


@pytest.mark.parametrize("name", ["overview", "years", "peers", "findings", "papers"])
def test_paper_offers_nothing_to_press(browser: Browser, drawn: Path, name: str) -> None:
    page = opened(browser, drawn, pages(drawn)[name], "zh-CN", WIDE)
    offered = page.locator(".top nav, .pager, select, input, button:not(.witnessed)").locator("visible=true")
    assert offered.count() >= 5
    page.emulate_media(media="print")
    assert offered.all_text_contents() == []
    page.context.close()


def test_the_totals_of_the_matrix_stay_in_sight(browser: Browser, drawn: Path) -> None:
    page = opened(browser, drawn, pages(drawn)["matrix"], "zh-CN", 800)
    shown = page.locator(".matrix").evaluate("one => one.parentElement.scrollWidth > one.parentElement.clientWidth")
    heads = page.locator(".matrix thead th").last.bounding_box()
    page.context.close()
    assert shown
    assert heads is not None and heads["x"] + heads["width"] <= 800
