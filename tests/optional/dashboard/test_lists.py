"""Long lists come city by city: no page loads the script of a city that it does not show."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.optional.dashboard.conftest import Watch, Watched, ask

LISTS = ("projects", "findings", "links")

Loaded = Callable[[], set[str]]


@pytest.fixture
def cities(warehouse: Path) -> list[tuple[int, str, int]]:
    """Cities with their names and how many findings they have."""
    return ask(
        warehouse,
        """
        select city_key, city_name, count(*) from marts.audit_findings
        inner join marts.dim_document using (document_key) inner join marts.dim_city using (city_key)
        group by all order by 1
        """,
    )


@pytest.fixture
def loaded(watched: Watched) -> Loaded:
    """The scripts of lists that the page has asked for."""
    asked: set[str] = set()
    watched.page.on("request", lambda request: asked.add("/".join(request.url.removesuffix(".js").split("/")[-2:])))
    return lambda: {name for name in asked if name.startswith(LISTS)}


def test_a_chosen_city_is_loaded_alone_and_all_when_the_filter_is_cleared(
    watched: Watched, loaded: Loaded, cities: list[tuple[int, str, int]]
) -> None:
    (first, _, rows), (second, name, others) = cities
    page = watched.open(f"#/findings?city={first}")
    expect(page.locator(".counter")).to_have_text(f"{rows} 行")
    assert loaded() == {f"findings/{first}"}
    page.get_by_label("城市").select_option(name)
    expect(page.locator(".counter")).to_have_text(f"{others} 行")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator(".counter")).to_have_text(f"{rows + others} 行")
    assert loaded() == {f"findings/{first}", f"findings/{second}"}
    page.get_by_label("严重程度").select_option("medium")
    expect(page.locator(".tabulator-row").first).to_contain_text("中")


def test_a_choice_made_while_another_is_loading_is_the_one_shown(
    watched: Watched, cities: list[tuple[int, str, int]]
) -> None:
    (first, one, _), (_, other, rows) = cities
    page = watched.open(f"#/findings?city={first}")
    page.evaluate(
        """names => {
            const select = document.querySelector("select[name=city]");
            for (const name of names) {
                select.value = [...select.options].find((option) => option.text === name)?.value ?? "";
                select.dispatchEvent(new Event("change", { bubbles: true }));
            }
        }""",
        ["", other, one, other],
    )
    expect(page.locator(".counter")).to_have_text(f"{rows} 行")


def test_all_cities_are_loaded_where_none_is_chosen(
    watched: Watched, loaded: Loaded, cities: list[tuple[int, str, int]]
) -> None:
    watched.open("#/projects?city=unknown")
    assert loaded() == {f"projects/{city}" for city, _, _ in cities}


def test_a_project_loads_the_links_of_its_city(watched: Watched, loaded: Loaded, warehouse: Path) -> None:
    ((document, project, city),) = ask(
        warehouse,
        "select document_key, project_key, city_key from marts.fct_goals order by city_key desc, goal_key limit 1",
    )
    with watched.page.expect_request(lambda request: "/links/" in request.url):
        watched.open(f"#/project/{document}/{project}")
    assert loaded() == {f"links/{city}"}


def test_lists_of_a_build_that_was_replaced_say_so(
    watch: Watch, base: str, cities: list[tuple[int, str, int]], warehouse: Path, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(warehouse.with_name("dashboard"), tmp_path / "dashboard"))
    (first, _, rows), _ = cities
    page = watch((site / "index.html").as_uri()).open(f"#/findings?city={first}")
    expect(page.locator(".counter")).to_have_text(f"{rows} 行")
    shutil.rmtree(site / "data")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.get_by_text("数据已重新生成")).to_be_visible()
