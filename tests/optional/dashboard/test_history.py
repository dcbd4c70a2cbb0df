"""A department over its years: money, projects kept, new and ended, indicators, plan against actual, findings, sources."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.optional.dashboard.charts import VIEWS, View, canvas_of, file_of, fits, number, table_of, told
from tests.optional.dashboard.conftest import Watch, Watched, ask
from tests.optional.dashboard.test_pages import check_access

KEPT = """
    with projects as (
        select distinct year_key, document_key, project_key from marts.fct_goals where department_key = {key}
    ),

    links as (
        select from_project_key, to_project_key, own.year_key, evidence_kind in ('same_name', 'same_family') as is_sure
        from marts.project_links
        inner join projects as own on to_document_key = own.document_key and to_project_key = own.project_key
        inner join projects as before
            on from_document_key = before.document_key and from_project_key = before.project_key
            and before.year_key = own.year_key - 1
    ),

    kept as (
        select year_key, count(distinct to_project_key) as kept,
            count(distinct to_project_key) filter (where is_sure) as sure, count(distinct from_project_key) as gone_on
        from links group by 1
    ),

    counted as (select year_key, count(distinct project_key) as projects from projects group by 1)

    select own.year_key, own.projects, coalesce(sure, 0), coalesce(kept, 0) - coalesce(sure, 0),
        own.projects - coalesce(kept, 0), before.projects - coalesce(gone_on, 0)
    from counted as own
    inner join counted as before on before.year_key = own.year_key - 1
    left join kept on kept.year_key = own.year_key
    order by 1
"""


@pytest.fixture
def site(drawn: Path) -> str:
    return drawn.with_name("dashboard").joinpath("index.html").as_uri()


@pytest.fixture
def watched(watch: Watch, site: str) -> Watched:
    return watch(site)


@pytest.fixture
def departments(drawn: Path) -> list[int]:
    """Those of most years: one with a gap, one with projects that go on."""
    rows = ask(
        drawn,
        """
        select department_key from marts.dim_document group by 1 having count(distinct year_key) > 2
        order by max(year_key) - min(year_key) + 1 - count(distinct year_key) desc, 1
        """,
    )
    return [key for (key,) in (rows[0], rows[-1])]


@pytest.fixture
def evaluated(drawn: Path) -> tuple[int, int]:
    ((key, year),) = ask(
        drawn, "select department_key, year_key from marts.fct_execution group by all order by all limit 1"
    )
    return key, year


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_years_of_a_department_are_those_of_the_warehouse(
    watched: Watched, drawn: Path, departments: list[int], view: View, tmp_path: Path
) -> None:
    watched.page.set_viewport_size({"width": view.width, "height": 900})
    for key in departments:
        page = watched.open(view.address(f"#/department/{key}"))
        canvas_of(page, "money-by-year")
        money = ask(
            drawn,
            f"select year_key, sum(amount_wan) from marts.fct_funding where department_key = {key} group by 1 order by 1",
        )
        rows = table_of(page, "money-by-year", view.language)
        assert [(int(row[0]), number(row[-1])) for row in rows] == money
        assert all(sum(map(number, row[1:-1])) == number(row[-1]) for row in rows)
        saved = file_of(page, "money-by-year", tmp_path, view.language)
        assert [number(list(row.values())[-1]) for row in saved] == [amount for _, amount in money]
        indicators = ask(
            drawn,
            f"""
            select year_key, count(*), count(*) filter (where annual_is_quantitative or cycle_is_quantitative)
            from marts.fct_indicators where department_key = {key} group by 1 order by 1
            """,
        )
        rows = table_of(page, "indicators-by-year", view.language)
        assert [tuple(int(number(text)) for text in row[:3]) for row in rows] == indicators
        findings = ask(
            drawn,
            f"""
            select year_key, count(*) filter (where severity = 'high'), count(*) filter (where severity = 'medium'),
                count(*) filter (where severity = 'low'), count(*)
            from marts.audit_findings inner join marts.dim_document using (document_key)
            where department_key = {key} group by 1 order by 1
            """,
        )
        rows = table_of(page, "findings-by-year", view.language)
        shown = [tuple(int(number(text)) for text in row) for row in rows]
        assert [row for row in shown if row[-1]] == findings
        assert fits(page)
    watched.settle()


def test_projects_go_on_as_the_links_of_the_warehouse_claim(
    watched: Watched, drawn: Path, departments: list[int]
) -> None:
    seen = 0
    for key in departments:
        rows = table_of(watched.open(f"#/department/{key}"), "projects-by-year")
        compared = [tuple(int(number(text)) for text in row[:6]) for row in rows if row[6] == ""]
        assert compared == ask(drawn, KEPT.format(key=key))
        seen += sum(sure for _, _, sure, *_ in compared)
        alone = [int(row[0]) for row in rows if row[6] == "无上年文件"]
        assert len(alone) + len(compared) == len(rows) and alone[0] == int(rows[0][0])
    assert seen


def test_a_gap_is_shown_as_a_gap(watched: Watched, drawn: Path, departments: list[int]) -> None:
    key = departments[0]
    years = {
        year for (year,) in ask(drawn, f"select distinct year_key from marts.dim_document where department_key = {key}")
    }
    gaps = set(range(min(years), max(years))) - years
    assert gaps
    page = watched.open(f"#/department/{key}")
    shown = {int(row[0]) for row in table_of(page, "money-by-year")}
    assert shown == years
    boxes = " ".join(told(page, canvas_of(page, "money-by-year")))
    assert not [year for year in gaps if str(year) in boxes]
    assert [year for year in years if str(year) in boxes]


def test_a_column_leads_to_its_year(watched: Watched, departments: list[int]) -> None:
    page = watched.open(f"#/department/{departments[1]}")
    table_of(page, "money-by-year")
    link = page.locator("#money-by-year table a").first
    year = link.text_content()
    link.click()
    expect(page.locator("nav.years [aria-current]")).to_have_text(str(year))
    page.go_back()
    expect(page.locator("nav.years [aria-current]")).not_to_have_text(str(year))


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_every_amount_flows_from_its_source_to_its_project(
    watched: Watched, drawn: Path, departments: list[int], view: View
) -> None:
    watched.page.set_viewport_size({"width": view.width, "height": 900})
    key = departments[1]
    ((year,),) = ask(drawn, f"select max(year_key) from marts.dim_document where department_key = {key}")
    page = watched.open(view.address(f"#/department/{key}/{year}"))
    canvas_of(page, "sources")
    due = ask(
        drawn,
        f"""
        select funding_source_name, unit_name, project_name, amount_wan from marts.fct_funding
        inner join marts.dim_funding_source using (funding_source_key) inner join marts.dim_unit using (unit_key)
        inner join marts.dim_project using (project_key)
        where fct_funding.department_key = {key} and year_key = {year} and amount_wan > 0
        """,
    )
    rows = table_of(page, "sources", view.language)
    assert sorted((source, unit, name, number(amount)) for source, unit, name, amount, _ in rows) == sorted(due)
    assert fits(page)
    watched.settle()


def test_what_was_planned_stands_beside_what_was_spent(
    watched: Watched, drawn: Path, evaluated: tuple[int, int]
) -> None:
    key, year = evaluated
    page = watched.open(f"#/department/{key}/{year}")
    ((planned, executed, projects),) = ask(
        drawn,
        f"""
        select sum(coalesce(adjusted_wan, budget_wan)), sum(executed_wan), count(*) from marts.fct_execution
        where department_key = {key} and year_key = {year} and coalesce(adjusted_wan, budget_wan) is not null
            and executed_wan is not null
        """,
    )
    ((met, missed, unknown),) = ask(
        drawn,
        f"""
        select count(*) filter (where target_met), count(*) filter (where not target_met),
            count(*) filter (where target_met is null)
        from marts.fct_performance where department_key = {key} and year_key = {year}
        """,
    )
    (spent,) = [row for row in table_of(page, "spent-by-year") if row[0] == str(year)]
    assert (number(spent[1]), number(spent[2]), int(spent[5])) == (planned, executed, projects)
    (achieved,) = [row for row in table_of(page, "achieved-by-year") if row[0] == str(year)]
    assert [int(text) for text in achieved[1:4]] == [met, missed, unknown]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_department_over_years_is_accessible(
    browser: Browser, site: str, departments: list[int], evaluated: tuple[int, int], theme: str
) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light", locale="zh-CN")
    page = context.new_page()
    for key in (departments[0], evaluated[0]):
        page.goto("about:blank")
        page.goto(f"{site}#/department/{key}")
        canvas_of(page, "sources")
        table_of(page, "sources")
        check_access(page)
    context.close()
