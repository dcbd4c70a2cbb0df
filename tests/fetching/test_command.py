"""``jixiao fetch`` as it is typed: exit status, what it says, what it writes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jixiao.cli import main
from tests.fetching.conftest import files
from tests.fetching.server import Site
from tests.fetching.test_fetch import PDF, article


def typed(folder: Path, *arguments: str) -> Result:
    command = ["fetch", *arguments, "--documents", str(folder), "--pause", "0"]
    return CliRunner().invoke(main, command, catch_exceptions=False)


HERE = ("--allow-network", "127.0.0.1")


def test_done_is_0_and_some_failed_is_4(site: Site, tmp_path: Path) -> None:
    site.file("/x.pdf", PDF)
    site.page("/none.html", "<html><p>无</p></html>")
    done = typed(tmp_path, site.url("/x.pdf"), *HERE)
    assert done.exit_code == 0
    assert "1 new, 0 unchanged, 0 changed, 0 withdrawn, 0 failed; 2 requests" in done.stderr
    sources = tmp_path / "sources.txt"
    sources.write_text(f"{site.url('/x.pdf')}\n{site.url('/none.html')}\n", "utf-8")
    failed = typed(tmp_path / "d", str(sources), *HERE)
    assert failed.exit_code == 4
    assert (
        "failed http://127.0.0.1" in failed.stderr and "neither an attachment nor a performance form" in failed.stderr
    )
    assert len(files(tmp_path / "d")) == 1


def test_one_thing_is_said_in_the_singular(site: Site, tmp_path: Path) -> None:
    site.file("/x.pdf", PDF)
    assert "1 file would be asked;" in typed(tmp_path, site.url("/x.pdf"), "--dry-run", *HERE).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing.csv"],
        ["http://127.0.0.1/", "--allow-network", "here"],
        ["http://127.0.0.1/", "--contact", "某"],
        ["http://127.0.0.1/", "--depth", "99"],
    ],
)
def test_bad_usage_is_2(tmp_path: Path, arguments: list[str]) -> None:
    assert typed(tmp_path, *arguments).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_tables_that_cannot_be_used_are_2_and_stay(site: Site, tmp_path: Path) -> None:
    for name in ("documents.csv", "fetched.csv"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / name).write_bytes(b"\xff\xfe\xff")
        told = typed(folder, site.url("/x.pdf"), *HERE)
        assert (told.exit_code, name in told.stderr) == (2, True)
        assert (folder / name).read_bytes() == b"\xff\xfe\xff"
    assert site.asked == []
    (tmp_path / "file").write_text("")
    assert typed(tmp_path / "file" / "d", site.url("/x.pdf"), *HERE).exit_code == 2


def test_a_dry_run_lists_files_and_writes_nothing(site: Site, tmp_path: Path) -> None:
    site.file("/x.pdf", PDF)
    article(site, "/t.html", "预算", ("x.pdf", "附件"))
    folder = tmp_path / "d"
    told = typed(folder, site.url("/t.html"), "--dry-run", *HERE)
    assert told.exit_code == 0
    assert told.stdout == f"{site.url('/x.pdf')}  {site.url('/t.html')}\n"
    assert not folder.exists()
    assert "/x.pdf" not in site.asked


def test_it_speaks_the_language_of_the_environment(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.file("/x.pdf", PDF)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    told = typed(tmp_path, site.url("/x.pdf"), "--contact", "me@example.org", *HERE)
    assert "新增 1，未变 0" in told.stderr
    assert "me@example.org" in site.headers[-1]["User-Agent"]


def test_what_a_site_says_does_not_steer_the_terminal(site: Site, tmp_path: Path) -> None:
    site.page("/t.html", "<html><title>\x1b[31m404\x1b]0;x\x07</title></html>")
    told = typed(tmp_path, site.url("/t.html"), *HERE)
    assert told.exit_code == 4
    assert "\x1b" not in told.stderr and "\x07" not in told.stderr


def test_the_example_of_sources_can_be_read() -> None:
    from jixiao.commands.fetch.sources import read_sources
    from jixiao.commands.fetch.web.address import whole

    example = Path(__file__).resolve().parents[2] / "docs" / "fetch-sources.csv"
    assert "None of these addresses was tried" in example.read_text("utf-8").splitlines()[0]
    found = read_sources(str(example))
    assert len(found) > 5
    assert all(whole(source.address) == source.address for source in found)
