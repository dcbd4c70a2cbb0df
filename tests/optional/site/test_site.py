"""The site of `make docs`: no broken link, in both languages, searched in a real browser, nothing from outside."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from jixiao.build.run import Progress, build
from jixiao.docs.builder import BrokenPage, Language
from jixiao.docs.site import write_site
from tests.optional.dashboard.conftest import browser as browser

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = "<img src=x onerror='window.ran=1'><script>window.ran=2</script>"


class Links(HTMLParser):
    """What a page links to or loads, and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.targets.append(value)
            if name == "id" and value:
                self.anchors.add(value)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site beside the warehouse of the documents of the project."""
    folder = tmp_path_factory.mktemp("site")
    warehouse = folder / "warehouse.duckdb"
    assert build(ROOT / "documents", warehouse, Progress(lambda _: None, lambda _: lambda _: None)).published
    return write_site(warehouse, folder / "site").parent


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 1360, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    trouble: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    yield page
    assert [url for url in asked if not url.startswith((site.parent.as_uri(), "data:"))] == []
    assert trouble == []
    context.close()


def test_every_local_link_leads_to_a_file(site: Path) -> None:
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in site.glob("*/**/*.html")}
    assert len(pages) > 25
    followed = 0
    for path, links in pages.items():
        for target in map(urlsplit, links.targets):
            if target.scheme:
                continue
            followed += 1
            led = (path.parent / unquote(target.path)).resolve() if target.path else path
            assert led.is_file() and led.is_relative_to(site.parent), f"{path}: {target.geturl()}"
            if target.fragment and led in pages:
                assert unquote(target.fragment) in pages[led].anchors, f"{path}: {target.geturl()}"
    assert followed > 1000


def test_pages_name_no_folder_of_this_machine_and_load_nothing_from_outside(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert str(ROOT) not in text and str(site.parent) not in text
        if path.name != "models.html":
            assert "default-src 'none'" in text
            assert not re.search(r"<(?:script|link|img)[^>]*(?:src|href)=\"(?:https?:)?//", text), path


def test_the_models_are_described(site: Path) -> None:
    text = (site / "models.html").read_text(encoding="utf-8")
    assert "One row per document, project and funding source." in text


@pytest.mark.parametrize(
    ("language", "asked", "leads_to"),
    [
        ("zh/README.zh-CN.html", "绩效目标", "术语表"),
        ("zh/README.zh-CN.html", "资金使用单位", "数据字典"),
        ("zh/docs/guide.zh-CN.html", "reconciliation", "数据字典"),
        ("en/README.html", "quarantine", "Guide"),
        ("en/docs/rules.html", "依据", "Rules"),
    ],
)
def test_both_languages_are_searched(page: Page, site: Path, language: str, asked: str, leads_to: str) -> None:
    page.goto((site / language).as_uri())
    field = page.locator("input[name=q]").first
    field.fill(asked)
    field.press("Enter")
    found = page.locator("#search-results li a")
    expect(found.first).to_be_visible()
    titles = {entry.inner_text() for entry in found.all()}
    named = page.locator(".sidebar-tree a", has_text=leads_to).first.get_attribute("href")
    targets = {(entry.get_attribute("href") or "").partition("?")[0].partition("#")[0] for entry in found.all()}
    assert named in targets, titles


def test_a_word_that_stands_nowhere_is_not_found(page: Page, site: Path) -> None:
    page.goto((site / "zh" / "search.html").as_uri() + "?q=驴象马牛")
    expect(page.locator("#search-results")).to_contain_text("没有")


def test_the_reader_is_led_to_his_language_and_switches_it(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    expect(page).to_have_url(re.compile("zh/README.zh-CN.html$"))
    page.get_by_role("link", name="指南", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("指南")
    page.get_by_role("link", name="English", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("Guide")
    page.get_by_role("link", name="Dashboard", exact=True).first.click()
    expect(page.locator("main h1")).to_be_visible()


def test_the_side_bar_leads_to_pages_of_its_language_alone(page: Page, site: Path) -> None:
    page.goto((site / "zh" / "README.zh-CN.html").as_uri())
    expect(page.locator("article")).not_to_contain_text("mermaid")
    led = [entry.get_attribute("href") or "" for entry in page.locator(".sidebar-tree a").all()]
    assert len(led) > 12
    assert [to for to in led if to != "../models.html" and not to.endswith(".zh-CN.html") and to != "#"] == []
    page.locator(".sidebar-tree a", has_text="模型关系").click()
    expect(page.locator("h1")).to_contain_text("模型关系")
    expect(page.locator("article")).not_to_contain_text("mermaid")


def test_a_page_in_english_alone_leads_back_to_the_start_in_chinese(page: Page, site: Path) -> None:
    page.goto((site / "en" / "DECISIONS.html").as_uri())
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="中文", exact=True).first.click()
    expect(page).to_have_url(re.compile("zh/README.zh-CN.html$"))


def test_the_chinese_pages_are_in_chinese(site: Path) -> None:
    for path in [*(site / "zh").glob("*.html"), *(site / "zh" / "docs").glob("*.html")]:
        if path.name != "search.html":
            assert path.name.endswith(".zh-CN.html"), path.name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["zh/README.zh-CN.html", "zh/docs/guide.zh-CN.html", "en/docs/rules.html"])
def test_pages_are_accessible(browser: Browser, site: Path, name: str, scheme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto((site / name).as_uri())
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_markup_of_a_page_is_shown_not_obeyed(page: Page, tmp_path: Path, site: Path) -> None:
    text = f"# {HOSTILE}\n\n{HOSTILE}\n\n| {HOSTILE} |\n| --- |\n| [x](javascript:window.ran=3) `<i>` |\n"
    Language("en", {"docs/metrics.md": text}, {}).build(tmp_path / "pages", tmp_path / "kept")
    shutil.copytree(tmp_path / "pages", site.parent / "hostile", dirs_exist_ok=True)
    page.goto((site.parent / "hostile" / "docs" / "metrics.html").as_uri())
    assert page.evaluate("window.ran") is None
    expect(page.locator("article")).to_contain_text("onerror='window.ran=1'")
    assert page.locator("article img, article script").count() == 0


@pytest.mark.parametrize("link", ["missing.md", "../../etc/hostname", "guide.md#no-such-heading"])
def test_a_broken_link_stops_the_site(tmp_path: Path, link: str) -> None:
    with pytest.raises(BrokenPage, match=re.escape(link.partition("#")[2] or link)):
        Language("en", {"docs/metrics.md": f"# x\n\n[x]({link})\n"}, {}).build(tmp_path / "pages", tmp_path / "kept")
