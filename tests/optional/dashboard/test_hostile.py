"""Texts of documents that would like to be more than text: shown as they are everywhere, never run."""

import csv
from pathlib import Path

import pytest

from tests.optional.dashboard.charts import canvas_of, table_of, told
from tests.optional.dashboard.conftest import Watch, ask

SHOWN = '<img src=x onerror="window.ran=1">'
PAGES = [
    "", "?by=function", "?by=city", "#/?by=function", "#/?by=city", "#/compare", "#/peers", "#/departments", "#/department/1", "#/department/3",
    "#/project/1/100001", "#/project/4/400001", "#/projects", "#/findings", "#/findings?rule=vague_target", "#/documents",
    "#/document/1", "#/document/3", "#/document/3?at=3:0-40",
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_nothing_runs_wherever_the_pointer_goes(watch: Watch, hostile_base: str, address: str) -> None:
    watched = watch(hostile_base)
    page = watched.open(address)
    assert SHOWN in page.locator("body").inner_text()
    for chart in page.locator(".chart").all():
        chart.scroll_into_view_if_needed()
        box = chart.bounding_box()
        assert box
        for step in range(12):
            page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * (step + 0.5) / 12)
        for step in range(12):
            page.mouse.move(box["x"] + box["width"] * (step + 0.5) / 12, box["y"] + box["height"] * 0.75)
    for cell in page.locator("td, .tabulator-cell, .tabulator-col, dt, h1").all()[:40]:
        cell.hover(force=True)
    watched.settle()


def test_nothing_runs_in_comparisons_evaluations_and_over_pictures(
    watch: Watch, hostile_drawn_base: str, drawn: Path
) -> None:
    ((evaluation, project, department),) = ask(
        drawn, "select document_key, project_key, department_key from marts.fct_execution limit 1"
    )
    ((pdf, printed),) = ask(
        drawn,
        "select document_key, project_key from marts.fct_goals inner join landing.documents on document_id = document_key where medium = 'pdf' limit 1",
    )
    ((function, city, earlier, later),) = ask(
        drawn,
        """
        select function_code, city_key, from_year_key, to_year_key from marts.project_links
        inner join marts.dim_document on document_key = from_document_key
        inner join marts.dim_department using (department_key, city_key)
        where from_year_key < to_year_key limit 1
        """,
    )
    watched = watch(hostile_drawn_base)
    for address in (
        f"#/project/{evaluation}/{project}", f"#/department/{department}", f"#/project/{pdf}/{printed}",
        f"#/compare?function={function}&a={city}-{earlier}&b={city}-{later}",
    ):  # fmt: skip
        page = watched.open(address)
        page.locator("table td").first.wait_for()
        assert SHOWN in page.locator("main").inner_text()
        for button in page.locator("button.witnessed").all()[:3]:
            button.click()
            assert SHOWN in page.locator(".drawer header").inner_text()
        for cell in page.locator("td, dt, h1").all()[:40]:
            cell.hover(force=True)
    watched.settle()


def test_tooltips_show_the_name_as_text(watch: Watch, hostile_base: str) -> None:
    watched = watch(hostile_base)
    page = watched.open("")
    boxes = list(told(page, canvas_of(page, "money")))
    assert boxes and all(SHOWN in box for box in boxes)
    watched.settle()


def test_charts_show_names_as_text_and_lead_on(watch: Watch, hostile_drawn_base: str, drawn: Path) -> None:
    ((department, year),) = ask(
        drawn,
        """
        select department_key, max(year_key) from marts.fct_funding group by 1
        having count(distinct year_key) > 2 order by 1 limit 1
        """,
    )
    ((function, budget_year),) = ask(
        drawn,
        """
        select function_code, budget_year from marts.city_comparison
        group by all having count(*) > 1 order by all limit 1
        """,
    )
    watched = watch(hostile_drawn_base)
    for address, charts in (
        (f"#/department/{department}/{year}", ("money-by-year", "sources")),
        (f"#/peers?function={function}&year={budget_year}", ("ranking",)),
        ("#/", ("trends",)),
    ):
        page = watched.open(address)
        for chart in charts:
            boxes = list(told(page, canvas_of(page, chart)))
            assert boxes and all(SHOWN in box for box in boxes), chart
            assert table_of(page, chart) and SHOWN in page.locator(f"#{chart} table").inner_text(), chart
    watched.settle()


@pytest.mark.parametrize("address", ["#/project/1/100001", "#/findings", "#/document/3", "#/department/1"])
def test_the_drawer_shows_text(watch: Watch, hostile_base: str, address: str) -> None:
    watched = watch(hostile_base)
    page = watched.open(address)
    for button in page.locator("button.witnessed").all()[:5]:
        button.click()
        assert SHOWN in page.locator(".drawer .text").inner_text()
        assert SHOWN in page.locator(".drawer header").inner_text()
    watched.settle()


@pytest.mark.parametrize("address", ["#/?year=all", "#/projects", "#/findings", "#/documents"])
def test_an_exported_cell_is_no_formula(watch: Watch, hostile_base: str, address: str, tmp_path: Path) -> None:
    watched = watch(hostile_base)
    page = watched.open(address)
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 CSV").first.click()
    file = tmp_path / "export.csv"
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        cells = [cell for row in csv.reader(opened) for cell in row]
    assert sum(cell.startswith("'=HYPERLINK") for cell in cells) >= 5
    assert not any(cell.lstrip().startswith(("=", "+", "@", "\t")) for cell in cells)
    watched.settle()
