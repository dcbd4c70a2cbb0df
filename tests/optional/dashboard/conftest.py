"""A warehouse of the published documents, a copy of it with hostile texts, and a browser that watches every page."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from jixiao.build.run import Progress, build
from jixiao.dashboard.site import publish_site, write_site
from tests.optional.dashboard.drawn import write_documents

DOCUMENTS = Path(__file__).resolve().parents[3] / "documents"

HOSTILE = (
    '=HYPERLINK("x")<img src=x onerror="window.ran=1"><script>window.ran=2</script></script></textarea>'
    "<svg onload=window.ran=3>&lt;b&gt;{{7*7}}${7*7}'\"\u2028[x](javascript:window.ran=4)"
)

# Codes by which tables are joined or words are chosen; every other text of the warehouse can come from a document.
CODES = {
    "sha256", "rule_code", "rule_group", "severity", "outcome", "level", "measure", "funding_source_code", "function_code",
    "city_code", "place_code", "level1_code", "level2_code", "parser_version", "project_digest", "manifest_digest",
    "evidence_kind", "direction", "previous_year_status", "certainty", "gravity", "stands_for",
}  # fmt: skip


@dataclass
class Watched:
    """A page, and what happened in it that must not."""

    page: Page
    base: str
    trouble: list[str] = field(default_factory=list)

    def open(self, address: str = "") -> Page:
        """Go to an address of the page, such as ``#/findings``, and wait until it is drawn."""
        self.page.goto("about:blank")
        self.page.goto(self.base + address)
        self.page.locator("main h1, main .empty").first.wait_for()
        return self.page

    def settle(self) -> None:
        """Fail if anything ran, was refused, failed, or left the folder."""
        violations = self.page.evaluate("window.violations")
        assert self.trouble == [] and violations == []
        assert self.page.evaluate("window.ran") is None
        assert (
            self.page.evaluate(
                "document.querySelectorAll('img:not(.sheet > img), svg, script:not([src]), b[onload], iframe').length"
            )
            == 0
        )


def site(warehouse: Path, folder: Path) -> str:
    write_site(warehouse, folder / "aside")
    return publish_site(folder / "aside", folder / "dashboard").as_uri()


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("warehouse") / "warehouse.duckdb"
    assert build(DOCUMENTS, path, Progress(lambda _: None, lambda _: lambda _: None)).published
    return path


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    (folder / "documents").mkdir()
    write_documents(folder / "documents")
    outcome = build(
        folder / "documents", folder / "warehouse.duckdb", Progress(lambda _: None, lambda _: lambda _: None)
    )
    assert outcome.quarantined == ()
    return folder / "warehouse.duckdb"


@pytest.fixture(scope="session")
def base(warehouse: Path) -> str:
    return warehouse.with_name("dashboard").joinpath("index.html").as_uri()


@pytest.fixture(scope="session")
def hostile_base(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return hostile(warehouse, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def hostile_drawn_base(drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("hostile_drawn")
    shutil.copytree(drawn.with_name("dashboard") / "pages", folder / "dashboard" / "pages")
    return hostile(drawn, folder)


def hostile(warehouse: Path, folder: Path) -> str:
    """The site of a copy of the warehouse in which every text of a document is hostile."""
    copy = folder / "warehouse.duckdb"
    shutil.copy(warehouse, copy)
    with duckdb.connect(str(copy)) as connection:
        columns = connection.execute(
            """
            select table_schema, table_name, column_name from information_schema.columns
            inner join information_schema.tables using (table_schema, table_name)
            where data_type = 'VARCHAR' and table_type = 'BASE TABLE' and table_schema in ('marts', 'landing', 'seeds')
            """
        ).fetchall()
        for schema, table, column in columns:
            if column not in CODES and (schema, column) not in {
                ("seeds", "code"),
                ("seeds", "kind"),
                ("marts", "code"),
            }:
                connection.execute(
                    f'update {schema}.{table} set "{column}" = ? || coalesce("{column}", \'\')', [HOSTILE]
                )
        connection.execute("update marts.reconciliation set reconciles = false where level = 'unit'")
    return site(copy, folder)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1360, "height": 900}, locale="zh-CN", accept_downloads=True)
    yield context
    context.close()


Watch = Callable[[str], Watched]


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    def start(base: str) -> Watched:
        page = context.new_page()
        watched = Watched(page, base)
        folder = base.rsplit("/", 1)[0]
        page.add_init_script(
            "window.violations = []; addEventListener('securitypolicyviolation',"
            " event => violations.push(event.violatedDirective + ' ' + event.blockedURI))"
        )
        page.on("dialog", lambda dialog: (watched.trouble.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: watched.trouble.append(str(error)))
        page.on("console", lambda message: watched.trouble.append(message.text) if message.type == "error" else None)
        page.on(
            "request", lambda request: watched.trouble.append(request.url) if _outside(request.url, folder) else None
        )
        return watched

    return start


def _outside(url: str, folder: str) -> bool:
    return not url.startswith((folder, "about:", "blob:"))


@pytest.fixture
def watched(watch: Watch, base: str) -> Iterator[Watched]:
    one = watch(base)
    yield one
    one.settle()


def ask(warehouse: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()
