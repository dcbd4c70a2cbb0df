"""Comparison as the warehouse makes it: like for like over neighbouring years, with what is missing said."""

from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.optional.dashboard.conftest import Watch, ask

FIGURES = """
    select function_code, city_key, budget_year, funding_source_name, like_for_like_previous_wan, like_for_like_amount_wan,
        like_for_like_change_wan, departments, departments_in_both
    from marts.year_over_year
    inner join marts.dim_funding_source using (funding_source_code)
"""


def line(page: Page, name: str) -> list[str]:
    row = page.get_by_role("table", name="主要数据").get_by_role("row").filter(has_text=name)
    return [text.replace(",", "").replace("−", "-").replace("+", "") for text in row.locator("td").all_text_contents()]


@pytest.fixture
def site(drawn: Path) -> str:
    return drawn.with_name("dashboard").joinpath("index.html").as_uri()


def test_neighbouring_years_show_the_like_for_like_amounts_of_the_warehouse(
    watch: Watch, drawn: Path, site: str
) -> None:
    where = (
        "where departments_in_both > 0 and departments_in_both < departments and like_for_like_amount_wan is not null"
    )
    rows = ask(drawn, f"{FIGURES} {where} order by all limit 3")
    assert rows
    for function, city, year, source, previous, amount, change, departments, in_both in rows:
        watched = watch(site)
        page = watched.open(f"#/compare?function={function}&a={city}-{year - 1}&b={city}-{year}")
        expect(page.locator(".gaps")).to_contain_text(f"{departments} 个部门，其中 {in_both} 个部门两年均公开")
        assert [Decimal(text) for text in line(page, f"{source}，同口径")[1:4]] == [previous, amount, change]
        watched.settle()


def test_years_apart_are_said_to_be_no_like_for_like(watch: Watch, drawn: Path, site: str) -> None:
    ((function, city, year, earlier),) = ask(
        drawn,
        """
        select function_code, city_key, budget_year, earlier_budget_year from marts.year_over_year
        where previous_year_status = 'no_document' and earlier_budget_year is not null order by all limit 1
        """,
    )
    watched = watch(site)
    page = watched.open(f"#/compare?function={function}&a={city}-{earlier}&b={city}-{year}")
    expect(page.locator(".gaps")).to_contain_text("两年不相邻")
    expect(page.locator(".gaps")).to_contain_text(f"没有上一年度（{year - 1}）的文件")
    expect(page.get_by_role("table", name="主要数据")).not_to_contain_text("同口径")
    watched.settle()


def test_a_source_of_one_side_only_is_said(watch: Watch, drawn: Path, site: str) -> None:
    ((function, city, year, source),) = ask(
        drawn,
        """
        select function_code, city_key, budget_year, funding_source_name from marts.year_over_year
        inner join marts.dim_funding_source using (funding_source_code)
        where previous_year_status = 'no_amount' order by all limit 1
        """,
    )
    page = watch(site).open(f"#/compare?function={function}&a={city}-{year - 1}&b={city}-{year}")
    expect(page.locator(".gaps")).to_contain_text(f"“{source}”只见于")
    assert line(page, f"{source}，同口径")[1] in {"—", "0.00"}


def test_projects_are_continued_by_the_links_of_the_warehouse(watch: Watch, drawn: Path, site: str) -> None:
    ((function, city, earlier, later, linked),) = ask(
        drawn,
        """
        select function_code, city_key, from_year_key, to_year_key, count(distinct (from_project_row, to_project_row)) as n
        from marts.project_links
        inner join marts.dim_document on document_key = from_document_key
        inner join marts.dim_department using (department_key, city_key)
        where from_year_key < to_year_key
        group by all order by n desc, function_code, city_key, from_year_key limit 1
        """,
    )
    page = watch(site).open(f"#/compare?function={function}&a={city}-{earlier}&b={city}-{later}")
    table = page.get_by_role("table", name="项目延续")
    expect(table).to_be_visible()
    more = page.locator("section", has=table).get_by_role("button", name="显示全部")
    if more.count():
        more.click()
    both = (
        table.locator("tbody tr")
        .filter(has=page.locator("td:nth-child(3) a"))
        .filter(has=page.locator("td:nth-child(4) a"))
    )
    assert both.count() == linked > 0
    expect(both.first.locator("td").last).to_contain_text("%")
