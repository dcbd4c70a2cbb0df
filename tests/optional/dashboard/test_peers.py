"""Peers: a function in a year over all cities. What is not alike stands first; only like targets stand beside each other."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.optional.dashboard.charts import VIEWS, View, canvas_of, file_of, fits, number, table_of, told
from tests.optional.dashboard.conftest import Watch, Watched, ask
from tests.optional.dashboard.test_pages import check_access

ALIKE = """
    select * from (
        select *, median(median_target) over alike as usual, count(*) over alike as cities
        from marts.indicator_targets
        inner join (select city_key, city_name from marts.dim_city) using (city_key)
        where direction != 'between'
        window alike as (partition by function_code, budget_year, category_key, target_unit, direction)
    )
    where cities > 1
"""


@pytest.fixture
def site(drawn: Path) -> str:
    return drawn.with_name("dashboard").joinpath("index.html").as_uri()


@pytest.fixture
def watched(watch: Watch, site: str) -> Watched:
    return watch(site)


@pytest.fixture
def compared(drawn: Path) -> tuple[str, int, int, str]:
    """A function and a year with like targets of most cities, and one of the cities."""
    query = f"""
        select function_code, budget_year, min(city_key), arg_min(city_name, city_key) from ({ALIKE})
        group by all order by count(distinct city_key) desc, count(*) desc, all limit 1
    """
    ((function, year, city, name),) = ask(drawn, query.replace("desc, all", "desc, function_code, budget_year"))
    return function, year, city, name


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_cities_are_in_the_order_of_the_warehouse(
    watched: Watched, drawn: Path, compared: tuple[str, int, int, str], view: View, tmp_path: Path
) -> None:
    function, year, city, name = compared
    watched.page.set_viewport_size({"width": view.width, "height": 900})
    page = watched.open(view.address(f"#/peers?function={function}&year={year}&city={city}"))
    canvas_of(page, "ranking")
    due = ask(
        drawn,
        f"""
        select rank() over (order by amount_wan desc), city_name, amount_wan, projects, indicators from marts.city_comparison
        where function_code = '{function}' and budget_year = {year} order by amount_wan desc, city_name
        """,
    )
    rows = table_of(page, "ranking", view.language)
    shown = [(int(row[0]), row[1], number(row[2]), int(number(row[4])), int(number(row[5]))) for row in rows]
    assert shown == due
    saved = file_of(page, "ranking", tmp_path, view.language)
    assert [number(list(row.values())[2]) for row in saved] == [amount for _, _, amount, *_ in due]
    ((place,),) = [(place,) for place, other, *_ in due if other == name]
    expect(page.locator("#ranking .sectionlead")).to_contain_text(
        f"{name}列第 {place} 位，共 {len(due)} 个城市"
        if view.language == "zh"
        else f"{name} is number {place} of {len(due)}"
    )
    assert fits(page)
    watched.settle()


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_only_like_targets_stand_beside_each_other(
    watched: Watched, drawn: Path, compared: tuple[str, int, int, str], view: View
) -> None:
    function, year, city, _ = compared
    watched.page.set_viewport_size({"width": view.width, "height": 900})
    page = watched.open(view.address(f"#/peers?function={function}&year={year}&city={city}"))
    canvas_of(page, "strips")
    every = page.locator("#strips + button")
    if every.count():
        every.click()
    due: list[tuple[Any, ...]] = ask(
        drawn,
        f"""
        select level2_name, direction, target_unit, city_name, targets, least_target, median_target, greatest_target, usual
        from ({ALIKE}) inner join marts.dim_category using (category_key)
        where function_code = '{function}' and budget_year = {year}
        """,
    )
    rows = table_of(page, "strips", view.language)
    signs = {"at_least": "≥ ", "at_most": "≤ ", "exactly": "= ", "about": "≈ "}
    brackets = ("（", "）") if view.language == "zh" else ("(", ")")
    named = [
        (f"{category} {signs[direction]}{brackets[0]}{unit or '—'}{brackets[1]}", *rest)
        for category, direction, unit, *rest in due
    ]
    shown = [(strip, name, int(n), *map(number, values)) for strip, name, n, *values in rows]
    assert sorted(shown) == sorted(named)
    watched.settle()


def test_what_is_not_alike_is_said_first(watched: Watched, drawn: Path, compared: tuple[str, int, int, str]) -> None:
    function, year, *_ = compared
    page = watched.open(f"#/peers?function={function}&year={year}")
    gaps = page.locator(".gaps")
    heads = page.locator("main h2").all_text_contents()
    assert heads[0] == "可比性"
    forms = ask(
        drawn,
        f"""
        select distinct form from marts.dim_document
        inner join marts.dim_department using (department_key, city_key)
        inner join (select distinct document_key from marts.fct_goals) using (document_key)
        where function_code = '{function}' and year_key = {year}
        """,
    )
    if len(forms) > 1:
        expect(gaps).to_contain_text("表式不同")
    ((cities,),) = ask(
        drawn, f"select count(*) from marts.city_comparison where function_code = '{function}' and budget_year = {year}"
    )
    expect(gaps).to_contain_text(f"有文件的城市 {cities} 个")
    unread = ask(
        drawn,
        f"""
        select count(*) from marts.dim_document inner join marts.dim_department using (department_key, city_key)
        where function_code = '{function}' and year_key = {year} and characters > characters_understood
        """,
    )
    assert ("未识别" in str(gaps.text_content())) == (unread != [(0,)])


def test_a_city_stands_beside_the_own_one_when_clicked(watched: Watched, compared: tuple[str, int, int, str]) -> None:
    function, year, city, name = compared
    page = watched.open(f"#/peers?function={function}&year={year}&city={city}")
    table_of(page, "ranking")
    page.locator("#ranking table tr", has_not_text=name).locator("a").first.click()
    expect(page.locator("h1")).to_have_text("比较")
    assert f"a={city}-{year}" in page.url
    page.go_back()
    page.get_by_label("本市").select_option("")
    assert "city=" not in page.url
    page.go_back()
    expect(page.get_by_label("本市")).to_have_value(str(city))


def test_the_box_of_a_dot_names_its_city(watched: Watched, compared: tuple[str, int, int, str]) -> None:
    function, year, city, name = compared
    page = watched.open(f"#/peers?function={function}&year={year}&city={city}")
    boxes = list(told(page, canvas_of(page, "ranking")))
    assert any(name in box for box in boxes)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_peers_are_accessible(browser: Browser, site: str, compared: tuple[str, int, int, str], theme: str) -> None:
    function, year, city, _ = compared
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light", locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site}#/peers?function={function}&year={year}&city={city}")
    canvas_of(page, "strips")
    for chart in ("ranking", "strips"):
        table_of(page, chart)
    check_access(page)
    context.close()
