"""The search box of every page: its names come when they are asked for, and are gone through by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.optional.dashboard.conftest import Watch, Watched, ask

BOX = "搜索部门、项目、指标、文件"


def test_names_are_loaded_when_they_are_first_asked_for(watched: Watched) -> None:
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    page = watched.open("#/documents")
    assert not any(url.endswith("/search.js") for url in asked)
    page.get_by_role("combobox", name=BOX).fill("组织部")
    expect(page.get_by_role("option").first).to_be_visible()
    assert sum(url.endswith("/search.js") for url in asked) == 1


def test_a_slash_an_arrow_and_enter_lead_to_a_project(watched: Watched, warehouse: Path) -> None:
    ((name, document, project),) = ask(
        warehouse,
        """
        select project_name, document_key, project_key from marts.dim_project
        inner join marts.fct_goals using (project_key)
        where length(project_name) > 8 order by project_key limit 1
        """,
    )
    page = watched.open("#/findings")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name=BOX)
    expect(box).to_be_focused()
    page.keyboard.type(name)
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(chosen).to_contain_text(name)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(name)
    assert page.url.endswith(f"#/project/{document}/{project}")


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        ("部门", "select department_name from marts.dim_department order by department_key limit 1"),
        ("指标", "select indicator_name from marts.fct_indicators where length(indicator_name) > 6 order by 1 limit 1"),
        ("文件", "select file_name from marts.dim_document order by document_key limit 1"),
    ],
)
def test_every_kind_is_found_by_its_name(watched: Watched, warehouse: Path, kind: str, query: str) -> None:
    ((name,),) = ask(warehouse, query)
    page = watched.open("")
    page.get_by_role("combobox", name=BOX).fill(name)
    group = page.get_by_role("group", name=kind)
    expect(group.get_by_role("option").first).to_contain_text(name)
    group.get_by_role("option").first.click()
    expect(page.locator("main h1")).to_be_visible()
    assert "#/" in page.url


def test_what_is_not_there_is_said_and_escape_leaves(watched: Watched) -> None:
    page = watched.open("")
    box = page.get_by_role("combobox", name=BOX)
    box.fill("没有这样的名称")
    expect(page.locator(".panel")).to_contain_text("没有找到")
    box.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_more_than_the_first_lead_to_their_page(watched: Watched, warehouse: Path) -> None:
    ((found,),) = ask(warehouse, "select count(*) from marts.dim_project where contains(project_name, '经费')")
    assert found > 6
    page = watched.open("")
    page.get_by_role("combobox", name=BOX).fill("经费")
    page.get_by_role("option", name=f"显示全部 {found} 项").click()
    expect(page.locator("h1")).to_have_text("项目")
    expect(page.locator("input[name=q]")).to_have_value("经费")


def test_hostile_names_are_shown_as_text(watch: Watch, hostile_base: str) -> None:
    watched = watch(hostile_base)
    page = watched.open("")
    page.get_by_role("combobox", name=BOX).fill("<img")
    expect(page.get_by_role("option").first).to_contain_text('<img src=x onerror="window.ran=1">')
    watched.settle()
