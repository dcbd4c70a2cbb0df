"""A site, a folder, and one run of fetch between them."""

from collections.abc import Callable, Iterator, Sequence
from ipaddress import ip_network
from pathlib import Path
from urllib.request import getproxies

import pytest

from jixiao.commands.fetch.journal import open_journal
from jixiao.commands.fetch.run import fetch
from jixiao.commands.fetch.sources import Source
from jixiao.commands.fetch.task import Progress, Report, Settings
from jixiao.commands.fetch.web.client import Limits
from jixiao.commands.fetch.web.network import Door
from tests.fetching.server import Site, serving

HERE = [ip_network("127.0.0.1/32")]
"""The network of the site; other addresses of loopback are inner ones."""

AGENT = "jixiao/0 (test)"
Fetch = Callable[..., Report]


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in getproxies():
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name.upper()}_PROXY", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def run_fetch(
    folder: Path,
    sources: Sequence[Source | str],
    depth: int = 0,
    most: int = 5000,
    limits: Limits | None = None,
    door: Door | None = None,
) -> Report:
    """One run without pauses into a folder."""
    given = [source if isinstance(source, Source) else Source(source) for source in sources]
    with open_journal(folder) as journal:
        settings = Settings(depth, most, 0.0)
        return fetch(journal, given, settings, limits or Limits(), door or Door(HERE), AGENT, Progress())


def files(folder: Path) -> dict[str, bytes]:
    """The documents below a folder by their paths, as a build finds them."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in found}
    tables = ("documents.csv", "fetched.csv")
    return {name: path.read_bytes() for name, path in names.items() if name not in tables and not name.startswith(".")}
