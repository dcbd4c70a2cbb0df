"""robots.txt: what a site lets be asked, and how often (RFC 9309)."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from protego import Protego

from jixiao.commands.fetch.names import decoded
from jixiao.commands.fetch.told import Failure
from jixiao.commands.fetch.web.hosts import Hosts

AGENT = "jixiao"
"""The name by which rules of a site speak of us."""

LONGEST = 512 * 1024
"""Bytes of rules that are read."""

_OF_CONNECTION = ("inside", "itself", "not_resolved", "network")


class Robots:
    """The rules of each site, asked once by ``ask`` (address to status and text)."""

    def __init__(self, ask: Callable[[str], tuple[int, bytes]], hosts: Hosts[Any]) -> None:
        self._ask, self._hosts = ask, hosts
        self._known: dict[str, Protego | Failure] = {}

    def check(self, address: str) -> None:
        """Raise Failure where the site forbids the address, or cannot say what it allows."""
        site = _site(address)
        if site not in self._known:
            self._known[site] = self._read(site)
        rules = self._known[site]
        if isinstance(rules, Failure):
            raise rules
        if not rules.can_fetch(address, AGENT):
            raise Failure("robots")
        delay = rules.crawl_delay(AGENT)
        if delay:
            self._hosts.slow_down(urlsplit(address).netloc, float(delay))

    def forget(self, address: str) -> None:
        """Ask a site again that could not say what it allows."""
        if isinstance(self._known.get(_site(address)), Failure):
            del self._known[_site(address)]

    def _read(self, site: str) -> "Protego | Failure":
        """The rules of a site: all is allowed where it has none (4xx), nothing where it cannot say (5xx)."""
        try:
            status, text = self._ask(f"{site}/robots.txt")
        except Failure as failure:
            if failure.code in _OF_CONNECTION:
                return failure
            return Failure("robots_unknown", why=str(failure), is_passing=failure.is_passing)
        if status >= 500 or status == 429:
            return Failure("robots_unknown", why=status, is_passing=True)
        return Protego.parse(decoded(text) if status == 200 else "")


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
