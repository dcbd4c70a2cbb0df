"""The overview: where the money of a year goes, how it moves, how much is there. All numbers are those of the warehouse."""

from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.optional.dashboard.charts import VIEWS, View, canvas_of, file_of, fits, number, picture_of, table_of, told
from tests.optional.dashboard.conftest import Watch, Watched, ask
from tests.optional.dashboard.test_pages import check_access

MONEY = """
    select city_name, department_name, sum(counted_wan) as amount from marts.fct_funding
    inner join marts.dim_city using (city_key) inner join marts.dim_department using (department_key, city_key)
    where year_key = {year} group by all having amount > 0 order by all
"""


@pytest.fixture
def site(drawn: Path) -> str:
    return drawn.with_name("dashboard").joinpath("index.html").as_uri()


@pytest.fixture
def watched(watch: Watch, site: str) -> Watched:
    return watch(site)


@pytest.fixture
def year(drawn: Path) -> int:
    """The year of most departments."""
    query = (
        "select year_key from marts.dim_document group by all order by count(distinct department_key) desc, 1 limit 1"
    )
    ((found,),) = ask(drawn, query)
    return int(found)


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_money_of_a_year_is_that_of_the_warehouse(
    watched: Watched, drawn: Path, year: int, view: View, tmp_path: Path
) -> None:
    watched.page.set_viewport_size({"width": view.width, "height": 900})
    page = watched.open(view.address(f"#/?year={year}"))
    canvas_of(page, "money")
    due = ask(drawn, MONEY.format(year=year))
    rows = table_of(page, "money", view.language)
    assert sorted((city, name, number(amount)) for city, name, amount, *_ in rows) == due
    saved = file_of(page, "money", tmp_path, view.language)
    assert sorted(number(list(row.values())[2]) for row in saved) == sorted(amount for *_, amount in due)
    assert fits(page)
    watched.settle()


def test_a_click_goes_in_and_back_comes_out(watched: Watched, drawn: Path, year: int) -> None:
    page = watched.open(f"#/?year={year}")
    way = page.locator("#money .way")
    canvas_of(page, "money").click()
    page.wait_for_url("**department=**")
    way.locator("a").first.wait_for()
    chosen = dict(parse_qsl(page.url.partition("?")[2]))
    due = projects_of(drawn, f"year_key = {year} and department_key = {chosen['department']}")
    rows = table_of(page, "money")
    assert sorted((row[-4], number(row[-3])) for row in rows) == sorted((name, amount) for *_, name, amount in due)
    page.locator("#money table a").first.click()
    expect(page.locator(".page.project h1")).to_be_visible()
    page.go_back()
    expect(way.locator("a").first).to_be_visible()
    page.go_back()
    expect(way).to_have_text("全部城市")
    watched.settle()


def test_the_way_leads_from_a_city_by_department_and_unit_and_back(watched: Watched, drawn: Path, year: int) -> None:
    """A project that two documents of a year print counts once, at every step."""
    ((city,),) = ask(
        drawn,
        f"""
        select city_key from marts.fct_goals where year_key = {year}
        group by all order by count(distinct department_key) desc, count(distinct unit_key) desc limit 1
        """,
    )
    due = projects_of(drawn, f"year_key = {year} and city_key = {city}")
    page = watched.open(f"#/?year={year}&city={city}")
    rows = table_of(page, "money")
    groups, names, amounts = zip(*((row[0], row[1], number(row[2])) for row in rows), strict=True)
    assert sum(amounts) == sum(amount for *_, amount in due)
    departments = {department for department, *_ in due}
    assert {group or name for group, name in zip(groups, names, strict=True)} == departments
    page.locator("#money table a").first.click()
    page.wait_for_url("**unit=**")
    way = page.locator("#money .way")
    steps = [str(text) for text in way.locator("a, [aria-current]").all_text_contents()]
    own = [row for row in due if row[:2] == tuple(steps[-2:])]
    assert sorted(number(row[-3]) for row in table_of(page, "money")) == sorted(amount for *_, amount in own)
    way.locator("a").last.click()
    expect(way.locator("[aria-current]")).to_have_text(steps[-2])
    of_department = sum(amount for department, *_, amount in due if department == steps[-2])
    assert sum(number(row[-3]) for row in table_of(page, "money")) == of_department
    watched.settle()


def projects_of(drawn: Path, where: str) -> list[tuple[str, str, str, Decimal]]:
    """Department, unit, project and money of what counts once."""
    return ask(
        drawn,
        f"""
        select department_name, unit_name, project_name, sum(counted_wan) as amount from marts.fct_funding
        inner join marts.dim_department using (department_key, city_key)
        inner join marts.dim_unit using (unit_key) inner join marts.dim_project using (project_key)
        where is_counted and {where} group by document_key, project_key, department_name, unit_name, project_name
        """,
    )


def test_the_box_beside_the_pointer_gives_exact_amounts(watched: Watched, drawn: Path, year: int) -> None:
    page = watched.open(f"#/?year={year}")
    boxes = list(told(page, canvas_of(page, "money")))
    amounts = {number(line.split(" ")[0]) for box in boxes for line in box.splitlines() if line.endswith("万元")}
    assert len(amounts) > 3
    due = ask(drawn, MONEY.format(year=year))
    cities = {city: sum(amount for name, _, amount in due if name == city) for city, *_ in due}
    assert amounts <= {amount for *_, amount in due} | set(cities.values())


def test_several_years_are_not_divided(watched: Watched) -> None:
    page = watched.open("#/?year=all")
    expect(page.locator(".caution")).to_contain_text("年度相加")
    expect(page.locator("#money")).to_have_count(0)
    page.locator(".caution a").first.click()
    expect(page.locator("#money .way")).to_be_visible()


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_every_function_moves_as_in_the_warehouse(watched: Watched, drawn: Path, view: View) -> None:
    watched.page.set_viewport_size({"width": view.width, "height": 900})
    page = watched.open(view.address("#/"))
    canvas_of(page, "trends")
    due = ask(
        drawn,
        """
        select function_name, year_key, sum(counted_wan), count(distinct department_key) from marts.fct_funding
        inner join marts.dim_department using (department_key, city_key) group by all order by all
        """,
    )
    rows = table_of(page, "trends", view.language)
    shown = {(name, int(year)): (number(amount), int(departments)) for name, year, amount, _, departments, _ in rows}
    assert {(name, year): (amount, n) for name, year, amount, n in due} == {
        key: value for key, value in shown.items() if value[0] > 0
    }
    assert len(shown) > len({name for name, *_ in due})


def test_years_of_other_departments_are_said_to_be(watched: Watched, drawn: Path) -> None:
    due = ask(
        drawn,
        """
        with years as (
            select function_name, year_key, list(distinct department_key order by department_key) as departments
            from marts.dim_document inner join marts.dim_department using (department_key, city_key) group by all
        )
        select own.function_name, own.year_key, case
            when before.departments is null then '无上年文件'
            when before.departments = own.departments then '部门与上年相同' else '部门范围与上年不同' end
        from years as own
        left join years as before on own.function_name = before.function_name and own.year_key = before.year_key + 1
        order by all
        """,
    )
    assert {said for *_, said in due} >= {"无上年文件", "部门范围与上年不同"}
    rows = table_of(watched.open("#/"), "trends")
    assert sorted((name, int(year), said) for name, year, *_, said in rows) == due


def test_a_year_leads_to_the_peers_of_its_function(watched: Watched) -> None:
    page = watched.open("#/")
    table_of(page, "trends")
    page.locator("#trends table a").first.click()
    expect(page.locator("h1")).to_have_text("同职能比较")


def test_how_much_is_there_is_counted_by_departments(watched: Watched, drawn: Path) -> None:
    page = watched.open("#/")
    table = page.get_by_role("table", name="收录范围")
    years = [text for text in table.locator("thead th").all_text_contents() if text.isdigit()]
    due = {
        (city, str(year)): f"{n} / {known}"
        for city, year, n, known in ask(
            drawn,
            """
            select city_name, year_key, count(distinct department_key), any_value(known) from marts.dim_document
            inner join marts.dim_city using (city_key)
            inner join (select city_key, count(*) as known from marts.dim_department group by 1) using (city_key)
            group by all
            """,
        )
    }
    shown = {}
    for row in table.locator("tbody tr").all():
        city, *cells = row.locator("td").all_text_contents()
        shown |= {(city, year): cell for year, cell in zip(years, cells, strict=False) if cell != "—"}
    assert shown == due
    assert years == [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]


def test_a_chart_is_taken_along(watched: Watched, year: int, tmp_path: Path) -> None:
    watched.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = watched.open(f"#/?year={year}")
    canvas_of(page, "money")
    picture = picture_of(page, "money", tmp_path)
    assert picture.width > 2000 and len(picture.convert("RGB").getcolors(1 << 24) or []) > 20
    page.locator("#money").get_by_role("button", name="复制链接").click()
    said = page.locator("#money .takeaway [role=status]")
    expect(said).not_to_be_empty()
    link = str(said.text_content())
    if link == "已复制":
        link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(watched.base) and f"year={year}" in link and "part=money" in link and "lang=zh" in link
    page.goto("about:blank")
    page.goto(link)
    canvas_of(page, "money")
    expect(page.locator("#money h2")).to_be_in_viewport()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_overview_is_accessible(browser: Browser, site: str, year: int, theme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light", locale="zh-CN")
    page: Page = context.new_page()
    page.goto(f"{site}#/?year={year}")
    canvas_of(page, "money")
    for chart in ("money", "trends"):
        table_of(page, chart)
    check_access(page)
    context.close()
