"""From a section of a site to the warehouse: every document once, with where it came from, as from a folder."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import duckdb
import pytest

from tests.drawing.draw import Limits
from tests.drawing.strategies import MEDIA, RENDERERS, drawn, drawn_file
from tests.fetching.conftest import files, run_fetch
from tests.fetching.server import Resource, Site, serving
from tests.fetching.test_fetch import article
from tests.publish.conftest import DOCUMENTS, Build
from tests.publish.test_touched import differences, tables

SMALL = Limits(units=2, projects=2, indicators=3)
DRAWN = 50
A_PAGE = 20
OF_PROVENANCE = ("url", "published_on", "page_url", "page_title", "fetched_at")


def offered() -> dict[str, bytes]:
    """The five published documents and the drawn ones, by their names on the site."""
    found = {path.name: path.read_bytes() for path in sorted(DOCUMENTS.glob("*.txt"))}
    for seed in range(DRAWN):
        if seed % 2:
            medium = tuple(MEDIA)[seed % len(MEDIA)]
            layout = ("table", "approval")[seed // 2 % 2]
            found[f"第{seed}号预算.{medium}"] = drawn_file(seed, layout, medium, SMALL).data
        else:
            found[f"第{seed}号预算.txt"] = drawn(seed, tuple(RENDERERS)[seed // 2 % len(RENDERERS)], SMALL).data
    return found


def lay_out(site: Site, documents: dict[str, bytes]) -> None:
    """A section of three and more pages; each document hangs on an article, in one way or another."""
    listed = []
    for number, (name, data) in enumerate(documents.items()):
        path = f"/zw/t{number}.html"
        listed.append(f'<a href="{path}">关于第{number}号预算的公开</a>')
        if name.endswith(".html"):
            site.resources[path] = Resource(data)
            continue
        said = f'attachment; filename="{name}"'.encode("gbk")
        way = (f"/up/{quote(name)}", f"/download.jsp?id={number}", f"/old/{number}")[number % 3]
        article(site, path, f"第{number}号", (way, "附件"), encoding=("utf-8", "gb18030")[number % 2])
        if way.startswith("/old/"):
            site.resources[way] = Resource(status=302, headers=[("Location", b"/new" + way.encode())], has_etag=False)
            way = f"/new{way}"
        site.file(way, data, disposition=b"" if way.startswith("/up/") else said)
    for page in range(0, len(listed), A_PAGE):
        path = f"/zw/index{f'_{page // A_PAGE}' if page else ''}.html"
        more = f'<a href="index_{page // A_PAGE + 1}.html">下一页</a>' if page + A_PAGE < len(listed) else ""
        site.page(path, f"<html><body>{''.join(listed[page : page + A_PAGE])}{more}</body></html>")


@dataclass
class Fetched:
    """What was fetched from a site, and the warehouse that was built of it."""

    site: Site
    source: str
    folder: Path
    warehouse: Path
    documents: dict[str, bytes]


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory, quiet_build: Build) -> Iterator[Fetched]:
    place = tmp_path_factory.mktemp("fetched")
    documents = offered()
    with serving() as site, pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        lay_out(site, documents)
        found = Fetched(site, site.url("/zw/index.html"), place / "documents", place / "w.duckdb", documents)
        report = run_fetch(found.folder, [found.source], depth=1)
        assert report.told.keys() == {"new"}
        quiet_build(found.folder, found.warehouse)
        yield found


def test_every_document_arrives_once(fetched: Fetched) -> None:
    arrived = files(fetched.folder)
    assert sorted(arrived.values()) == sorted(fetched.documents.values())
    assert len(set(fetched.site.asked)) == len(fetched.site.asked)


def test_the_warehouse_is_that_of_the_folder_with_its_provenance(
    fetched: Fetched, tmp_path: Path, quiet_build: Build
) -> None:
    plain = tmp_path / "documents"
    shutil.copytree(fetched.folder, plain, ignore=shutil.ignore_patterns("*.csv", ".fetch"))
    for name, data in files(fetched.folder).items():
        (plain / name).write_bytes(data)
    warehouse = tmp_path / "w.duckdb"
    quiet_build(plain, warehouse)
    counts = tables(warehouse)
    assert tables(fetched.warehouse) == counts
    assert counts["dim_document"] > DRAWN // 2
    assert differences(fetched.warehouse, warehouse).keys() <= {"dim_document"}
    query = f"select * exclude ({', '.join(OF_PROVENANCE)}) from marts.dim_document order by all"
    both = [
        duckdb.connect(str(path), read_only=True).execute(query).fetchall() for path in (fetched.warehouse, warehouse)
    ]
    assert both[0] == both[1]
    with duckdb.connect(str(fetched.warehouse), read_only=True) as connection:
        of_pages = "page_url like '%/zw/t%.html' and url like 'http://127.0.0.1:%' and fetched_at like '20%Z'"
        of_articles = "published_on = date '2024-02-19' and page_title like '第%号'"
        without = connection.execute(
            f"select file_name from marts.dim_document where not ({of_pages}) or not ({of_articles} or url = page_url)"
        ).fetchall()
    assert without == []


def test_a_corrected_document_supersedes_the_earlier_one(fetched: Fetched, quiet_build: Build) -> None:
    (way,) = (path for path, one in fetched.site.resources.items() if one.body == fetched.documents["第0号预算.txt"])
    fetched.site.resources[way].body += b"\n"
    report = run_fetch(fetched.folder, [fetched.source], depth=1)
    (name,) = report.told["changed"]
    outcome = quiet_build(fetched.folder, fetched.warehouse)
    assert (outcome.landed, outcome.superseded) == (1, 1)
    with duckdb.connect(str(fetched.warehouse), read_only=True) as connection:
        (current,) = connection.execute("select sha256 from marts.dim_document where file_name = ?", [name]).fetchall()
    assert (fetched.folder / name).read_bytes() == fetched.site.resources[way].body
    assert current[0] in (fetched.folder / "fetched.csv").read_text("utf-8")
