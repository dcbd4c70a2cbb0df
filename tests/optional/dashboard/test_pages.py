"""What a user does: pages, the drawer, filters, language, theme, export, keyboard, paper."""

import csv
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from jixiao.dashboard import built
from tests.optional.dashboard.conftest import Watch, Watched, ask, site

PAGES = [
    ("", "项目支出绩效预算"),
    ("#/compare", "比较"),
    ("#/peers", "同职能比较"),
    ("#/departments", "部门"),
    ("#/department/1", "中国共产党广州市直属机关工作委员会"),
    ("#/project/1/100001", "工作经费"),
    ("#/projects", "项目"),
    ("#/findings?rule=rate_without_percent", "审计疑点"),
    ("#/findings?view=rule", "审计疑点"),
    ("#/findings?view=department", "审计疑点"),
    ("#/findings?view=matrix", "审计疑点"),
    ("#/papers?severity=high", "疑点底稿"),
    ("#/documents", "文件"),
    ("#/document/3", "002_"),
]


MAIN = Path(built.__file__).with_name("page") / "src" / "main.ts"


def test_every_page_is_in_the_list() -> None:
    pages = re.search(r"const PAGES[^{]*\{(.*?)\};", MAIN.read_text(encoding="utf-8"), re.DOTALL)
    assert pages
    names = {name.partition(":")[0].strip() for name in pages[1].split(",") if name.strip()}
    listed = {re.split(r"[/?]", address.removeprefix("#/"))[0] or "overview" for address, _ in PAGES}
    assert listed == names


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("address", "heading"), PAGES)
def test_every_page_opens_from_a_file(watched: Watched, address: str, heading: str) -> None:
    page = watched.open(address)
    expect(page.locator("h1")).to_contain_text(heading)
    expect(page.locator("main")).not_to_contain_text("undefined")
    expect(page.locator("main")).not_to_contain_text("NaN")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("address", "heading"), PAGES)
def test_every_page_is_accessible(browser: Browser, base: str, address: str, heading: str, theme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light", locale="zh-CN")
    page = context.new_page()
    page.goto(base + address)
    expect(page.locator("h1")).to_contain_text(heading)
    page.wait_for_load_state("networkidle")
    check_access(page)
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_the_search_finds_is_accessible(browser: Browser, base: str, theme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light", locale="zh-CN")
    page = context.new_page()
    page.goto(base)
    page.get_by_role("combobox", name="搜索部门").fill("工作")
    expect(page.get_by_role("option").first).to_be_visible()
    check_access(page)
    context.close()


def check_access(page: Page) -> None:
    """Fail where the page breaks a rule of WCAG 2.1, level AA."""
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_evaluations_and_the_drawer_over_text_and_pictures_are_accessible(
    browser: Browser, drawn: Path, theme: str
) -> None:
    evaluated = ask(drawn, "select document_key, project_key from marts.fct_execution order by all limit 1")
    on_paper = ask(
        drawn,
        """
        select document_key, project_key from marts.fct_funding
        inner join landing.documents on document_id = document_key where medium = 'pdf' order by all limit 1
        """,
    )
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if theme == "dark" else "light", locale="zh-CN")
    page = context.new_page()
    for document, project in (*evaluated, *on_paper):
        page.goto("about:blank")
        page.goto(f"{drawn.with_name('dashboard').joinpath('index.html').as_uri()}#/project/{document}/{project}")
        page.locator("table button.witnessed").first.click()
        expect(page.locator("mark.shown").first).to_be_visible()
        check_access(page)
    context.close()


@pytest.mark.parametrize("document", [1, 4])
def test_every_amount_and_target_opens_its_very_words(watched: Watched, warehouse: Path, document: int) -> None:
    ((project,),) = ask(warehouse, f"select min(project_key) from marts.fct_goals where document_key = {document}")
    page = watched.open(f"#/project/{document}/{project}")
    table = page.get_by_role("table", name="绩效指标")
    buttons = table.locator("button.witnessed")
    assert buttons.count() > 4
    for number in range(buttons.count()):
        button = buttons.nth(number)
        button.click()
        marked = squeezed("".join(page.locator("mark.shown").all_text_contents()))
        words = squeezed(button.text_content() or "")
        assert words in marked
        expect(page.locator("mark.shown").first).to_be_in_viewport()


def test_an_amount_opens_its_place_and_escape_gives_the_focus_back(watched: Watched, warehouse: Path) -> None:
    rows = ask(
        warehouse,
        """
        select amount_printed, char_start, char_end from marts.fct_funding
        where document_key = 1 order by char_start limit 1
        """,
    )
    ((printed, start, end),) = rows
    page = watched.open("#/project/1/100001")
    button = page.get_by_role("table", name="资金").locator("button.witnessed").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark.shown")).to_have_text(printed)
    assert f"at=1%3A{start}-{end}" in page.url
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    assert "at=" not in page.url


def test_a_sum_opens_all_its_parts(watched: Watched) -> None:
    page = watched.open("#/department/1")
    page.locator("tr.subtotal button.witnessed").first.click()
    parts = [Decimal(text) for text in page.locator("mark").all_text_contents()]
    assert len(parts) == 5
    assert sum(parts) == Decimal("270.38")
    page.locator(".places button").nth(2).click()
    expect(page.locator("mark.shown")).to_have_text("12.77")


def test_an_address_leads_to_a_place(watched: Watched) -> None:
    page = watched.open("#/documents?at=1:164-168")
    expect(page.locator("mark.shown")).to_have_text("4.00")
    expect(page.get_by_role("dialog")).to_contain_text("第 18 行")


def test_a_filter_is_the_warehouses_and_stays_in_the_address(watched: Watched, warehouse: Path) -> None:
    ((expected,),) = ask(
        warehouse,
        """
        select count(*) from marts.audit_findings
        inner join marts.dim_document using (document_key) where severity = 'medium' and year_key = 2024
        """,
    )
    page = watched.open("#/findings")
    page.get_by_label("严重程度").select_option("medium")
    page.get_by_label("年度").select_option("2024")
    expect(page.locator(".counter")).to_have_text(f"{expected} 行")
    page.reload()
    expect(page.locator(".counter")).to_have_text(f"{expected} 行")
    page.get_by_label("查找").fill("没有这样的文字")
    expect(page.locator(".counter")).to_have_text("0 行")
    expect(page.get_by_text("没有符合条件的记录")).to_be_visible()
    page.get_by_role("button", name="清除筛选").click()
    ((every,),) = ask(warehouse, "select count(*) from marts.audit_findings")
    expect(page.locator(".counter")).to_have_text(f"{every} 行")


def test_a_chosen_rule_says_how_it_judges(watched: Watched, warehouse: Path) -> None:
    page = watched.open("#/findings")
    page.get_by_label("规则").select_option("vague_target")
    method = page.get_by_role("region", name="方法")
    ((meaning, basis),) = ask(
        warehouse, "select how_to_read_zh, basis from seeds.audit_rules where rule_code = 'vague_target'"
    )
    expect(method).to_contain_text(meaning)
    expect(method).to_contain_text(basis)
    ((findings, passed),) = ask(
        warehouse,
        "select sum(hits), sum(passed) from marts.audit_rule_coverage where rule_code = 'vague_target'",
    )
    assert [int(text) for text in method.locator(".figure dd").all_text_contents()[:2]] == [findings, passed]


def test_language_and_theme_are_kept(watched: Watched) -> None:
    page = watched.open("#/findings")
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text("Findings")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Switch light and dark").click()
    page.reload()
    expect(page.locator("h1")).to_have_text("Findings")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_an_export_holds_every_row_exactly(watched: Watched, warehouse: Path, tmp_path: Path) -> None:
    page = watched.open("#/projects")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出 CSV").click()
    file = tmp_path / "projects.csv"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    expected = ask(warehouse, "select count(*), sum(amount_wan) from marts.fct_funding")
    assert [(len(rows), sum(Decimal(row["金额（万元）"]) for row in rows))] == expected


def test_a_table_is_sorted_by_keyboard(watched: Watched) -> None:
    page = watched.open("#/projects")
    head = page.get_by_role("columnheader", name="金额（万元）")
    head.focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator(".tabulator-row").first).to_contain_text("10,464.80")
    page.get_by_role("button", name="下一页").press("Enter")
    page.get_by_role("button", name="下一页").press("Enter")
    expect(page.locator(".tabulator-row")).to_have_count(24)


def test_the_first_tab_skips_to_the_content(watched: Watched) -> None:
    page = watched.open("")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_two_cities_are_compared_with_what_is_not_alike(watched: Watched) -> None:
    page = watched.open("#/compare?function=direct_organs")
    gaps = page.locator(".gaps")
    expect(gaps).to_contain_text("年度不同")
    expect(gaps).to_contain_text("表式不同")
    expect(gaps).to_contain_text("原表无合计")
    expect(page.get_by_role("table", name="主要数据")).to_contain_text("−197.35")


def test_paper_shows_the_content_only(watched: Watched) -> None:
    page = watched.open("#/department/3")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="主导航")).to_be_hidden()
    expect(page.get_by_role("table", name="单位与项目")).to_be_visible()


def test_a_page_of_a_replaced_build_says_so(watch: Watch, warehouse: Path, tmp_path: Path) -> None:
    watched = watch(site(warehouse, tmp_path))
    page = watched.open("")
    shutil.rmtree(tmp_path / "dashboard" / "data")
    page.get_by_role("link", name="项目", exact=True).click()
    expect(page.get_by_text("数据已重新生成")).to_be_visible()
