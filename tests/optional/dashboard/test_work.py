"""Findings as work: by rule, by department, in a matrix; one after another in the drawer; on paper."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.optional.dashboard.conftest import Watched, ask

AT_STAKE = """
    select {of}, count(*), sum(once.largest)
    from marts.audit_findings as findings
    inner join marts.dim_document using (document_key)
    left join (
        select min(finding_key) as finding_key, max(amount_at_stake_wan) as largest
        from marts.audit_findings inner join marts.dim_document using (document_key)
        where amount_at_stake_wan is not null
        group by document_key, project_key, {of}
    ) as once using (finding_key)
    group by {of}
"""
"""Findings by something, and the money at stake: a project of a document once, with its largest amount."""


def wan(text: str) -> Decimal | None:
    return None if text == "—" else Decimal(text.replace(",", "").replace("−", "-"))


@pytest.mark.parametrize(("view", "of"), [("rule", "rule_code"), ("department", "dim_document.department_key")])
def test_findings_are_counted_with_the_money_at_stake(watched: Watched, warehouse: Path, view: str, of: str) -> None:
    expected = [
        (count, None if money is None else money.normalize())
        for _, count, money in ask(warehouse, AT_STAKE.format(of=of))
    ]
    page = watched.open(f"#/findings?view={view}")
    table = page.locator("main table").first
    heads = table.locator("thead th").all_text_contents()
    column = {name: heads.index(name) for name in ("审计疑点", "涉及金额（万元）")}
    shown = []
    for row in table.locator("tbody tr").all():
        cells = row.locator("td").all_text_contents()
        money = wan(cells[column["涉及金额（万元）"]])
        shown.append((int(cells[column["审计疑点"]]), None if money is None else money.normalize()))
    assert sorted(shown, key=str) == sorted(expected, key=str)


def test_the_matrix_adds_up_and_a_cell_leads_to_its_findings(watched: Watched, warehouse: Path) -> None:
    ((every,),) = ask(warehouse, "select count(*) from marts.audit_findings")
    page = watched.open("#/findings?view=matrix")
    matrix = page.get_by_role("table", name="规则 × 部门")
    rows = [[_number(cell) for cell in row.locator("td").all()] for row in matrix.locator("tbody tr").all()]
    assert all(sum(row[:-1]) == row[-1] for row in rows)
    assert sum(row[-1] for row in rows) == every
    foot = [_number(cell) for cell in matrix.locator("tfoot td").all()]
    assert foot == [sum(column) for column in zip(*rows, strict=True)]
    cell = matrix.locator("tbody td a").first
    count = cell.text_content()
    cell.click()
    expect(page.locator(".counter")).to_have_text(f"{count} 行")
    page.go_back()
    expect(matrix).to_be_visible()


def _number(cell: Locator) -> int:
    link = cell.locator("a")
    return int((link.text_content() or "").replace(",", "")) if link.count() else 0


def test_findings_alike_fold_and_unfold(watched: Watched, warehouse: Path) -> None:
    ((every, lines),) = ask(
        warehouse, "select count(*), count(distinct (rule_code, document_key)) from marts.audit_findings"
    )
    assert lines < every
    page = watched.open("#/findings")
    expect(page.locator(".counter")).to_have_text(f"{every} 行")
    pages = page.locator(".pager .tabulator-page[data-page]")
    assert page.locator(".tabulator-row").count() == min(30, lines)
    more = page.get_by_role("button", name=re.compile("展开同类")).first
    alike = int(re.search(r"\d+", more.text_content() or "")[0])  # type: ignore[index]
    before = page.locator(".tabulator-row").count()
    more.click()
    expect(page.get_by_role("button", name=re.compile("收起同类")).first).to_be_visible()
    expect(page.locator(".tabulator-row")).to_have_count(min(30, before + alike))
    assert pages.count() >= 1


def test_the_drawer_goes_from_finding_to_finding(watched: Watched) -> None:
    page = watched.open("#/findings")
    said = page.locator(".tabulator-row button.witnessed").all_text_contents()
    page.locator(".tabulator-row button.witnessed").first.click()
    drawer = page.get_by_role("dialog")
    expect(drawer.locator(".note")).to_have_text(said[0])
    expect(drawer.get_by_role("button", name="上一条")).to_be_disabled()
    drawer.get_by_role("button", name="下一条").click()
    expect(drawer.locator(".note")).to_have_text(said[1])
    expect(drawer.get_by_role("button", name="下一条")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(drawer.locator(".note")).to_have_text(said[2])
    page.keyboard.press("Alt+ArrowUp")
    expect(drawer.locator(".note")).to_have_text(said[1])
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def test_paper_holds_every_row_that_filters_let_through(watched: Watched, warehouse: Path) -> None:
    ((every,),) = ask(warehouse, "select count(*) from marts.audit_findings where severity = 'low'")
    assert every > 30
    page = watched.open("#/findings?severity=low")
    expect(page.locator(".counter")).to_have_text(f"{every} 行")
    expect(page.locator(".tabulator-row").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".onpaper tbody tr")).to_have_count(every)
    expect(page.locator(".onpaper.chosen")).to_contain_text("严重程度 低")
    expect(page.locator(".tabulator-row").first).to_be_hidden()
    page.emulate_media(media="screen")
    expect(page.locator(".onpaper tbody tr")).to_have_count(0)


def test_working_papers_hold_words_law_and_room_for_notes(watched: Watched, warehouse: Path) -> None:
    found = ask(
        warehouse,
        """
        select substr("text", char_start + 1, char_end - char_start), basis, file_name
        from marts.audit_findings as findings
        inner join marts.dim_document using (document_key)
        inner join landing.sources on document_key = document_id
        inner join seeds.audit_rules using (rule_code)
        where severity = 'high' order by document_key
        """,
    )
    assert found
    page = watched.open("#/papers?severity=high")
    papers = page.locator("article.working")
    expect(papers).to_have_count(len(found))
    squeezed: Callable[[str], str] = lambda text: re.sub(r"\s+", " ", text)  # noqa: E731
    marked = sorted(squeezed(text) for text in papers.locator("mark").all_text_contents())
    assert marked == sorted(squeezed(words) for words, _, _ in found)
    for _, basis, file in found:
        expect(papers.filter(has_text=basis).filter(has_text=file).first).to_be_visible()
    expect(papers.first.get_by_role("table", name="核查栏").get_by_role("row")).to_have_count(7)
    papers.first.get_by_role("link", name=re.compile(re.escape(found[0][2][:3]))).first.click()
    expect(page.get_by_role("dialog").locator("mark.shown").first).to_be_visible()


def no_wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("address", ["#/findings", "#/findings?view=rule", "#/findings?view=matrix", "#/papers"])
def test_a_phone_shows_it_without_moving_sideways(watched: Watched, address: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(address)
    page.wait_for_load_state("networkidle")
    assert no_wider_than_the_screen(page)
