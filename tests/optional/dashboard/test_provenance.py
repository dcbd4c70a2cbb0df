"""From a number to the official page: what the drawer and the page of a document say of where it was published."""

import shutil
from pathlib import Path

import duckdb
import pytest

from tests.optional.dashboard.conftest import Watch, site

PAGE = "https://www.example.gov.cn/zw/t1.html"


@pytest.fixture(scope="module")
def published_base(warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The site of a warehouse whose first document was fetched, whose second has an address that is none of the web."""
    copy = Path(shutil.copy(warehouse, tmp_path_factory.mktemp("published") / "warehouse.duckdb"))
    with duckdb.connect(str(copy)) as connection:
        connection.execute(
            f"""
            update marts.dim_document set url = '{PAGE}.pdf', page_url = '{PAGE}', page_title = '某局部门预算公开',
                published_on = date '2024-02-19', fetched_at = '2024-03-01T08:00:00Z'
            where document_key = 1;
            update marts.dim_document set url = 'javascript:window.ran=1' where document_key = 2;
            """
        )
    return site(copy, copy.parent)


def test_the_drawer_leads_to_the_official_page(watch: Watch, published_base: str) -> None:
    watched = watch(published_base)
    page = watched.open("#/document/1?at=1:0-40")
    line = page.locator(".drawer .official")
    line.wait_for()
    assert line.inner_text() == "公开页面 某局部门预算公开 · 公布 2024-02-19"
    link = line.locator("a")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (PAGE, "noopener noreferrer")
    facts = page.locator("main .facts").last.inner_text()
    assert "2024-03-01T08:00:00Z" in facts and f"{PAGE}.pdf" in facts
    watched.settle()


def test_an_address_that_is_none_of_the_web_is_no_link(watch: Watch, published_base: str) -> None:
    watched = watch(published_base)
    page = watched.open("#/document/2?at=2:0-40")
    line = page.locator(".drawer .official")
    line.wait_for()
    assert "javascript:window.ran=1" in line.inner_text()
    assert page.locator("a[href^=javascript]").count() == 0
    page = watched.open("#/document/3?at=3:0-40")
    page.locator(".drawer header").wait_for()
    assert page.locator(".drawer .official").count() == 0
    watched.settle()
