"""Asking one address: its redirects hop by hop, its robots.txt, its limits, and what of the answer is kept."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpcore
import httpx

from jixiao.commands.fetch.names import decoded
from jixiao.commands.fetch.told import Failure
from jixiao.commands.fetch.web.address import host_of, whole
from jixiao.commands.fetch.web.headers import day, media_type, validator, wait
from jixiao.commands.fetch.web.hosts import Hosts
from jixiao.commands.fetch.web.network import Deadline, Door, Transport
from jixiao.commands.fetch.web.robots import LONGEST, Robots

_ACCEPT = {"Accept": "*/*", "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5", "Accept-Encoding": "gzip, deflate"}
_REDIRECTS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_GONE = (404, 410)
_ERRORS = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, httpcore.ProxyError)
MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may take: bytes, seconds, redirects."""

    size: int = 256 * MIB
    seconds: float = 900.0
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Condition:
    """What an answer must differ from to be sent again; empty where anything is wanted."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The condition as headers."""
        both = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in both.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer; ``size`` is None where the condition held and nothing was sent."""

    address: str
    status: int
    size: int | None
    sha256: str
    media_type: str
    disposition: bytes
    etag: str
    last_modified: str
    sets_cookie: bool


class Client:
    """Asks addresses; keeps cookies, what robots.txt said, and counts ``requests`` and ``received`` bytes."""

    def __init__(self, door: Door, limits: Limits, hosts: Hosts[Any], agent: str) -> None:
        self.requests = self.received = 0
        self._limits, self._hosts, self._deadline = limits, hosts, Deadline()
        self._http = httpx.Client(
            transport=Transport(door, self._deadline), headers={**_ACCEPT, "User-Agent": agent}, trust_env=False
        )
        self.robots = Robots(self._asked, hosts)

    def close(self) -> None:
        """Close every connection."""
        self._http.close()

    def ask(
        self,
        address: str,
        into: Path,
        condition: Condition,
        page: str = "",
        came: Callable[[int, int], None] = lambda size, of: None,
    ) -> Answer:
        """Ask an address, found on a ``page``, and write the body of its answer into a file.

        ``came`` hears how many bytes of how many. Raises Failure, and OSError where the file cannot be written.
        """
        self._hosts.turn(host_of(address))
        self._deadline.begin(self._limits.seconds)
        headers = {**condition.headers, **({"Referer": page} if page else {})}
        for _ in range(self._limits.redirects + 1):
            self.robots.check(address)
            response = self._send(address, headers)
            try:
                target = _redirect(response, address)
                if target is None:
                    return self._kept(response, address, into, bool(condition.headers), came)
            except _ERRORS as error:
                raise _of_network(error) from error
            except httpx.DecodingError as error:
                raise Failure("coding", why=str(error)) from error
            finally:
                response.close()
                self._hosts.asked(host_of(address))
            address = target
        raise Failure("redirects", limit=self._limits.redirects)

    def _asked(self, address: str) -> tuple[int, bytes]:
        """Status and beginning of what a site says of its rules, behind redirects. Raises Failure."""
        for _ in range(self._limits.redirects + 1):
            response = self._send(address, {})
            try:
                target = _redirect(response, address)
                if target is None:
                    return response.status_code, self._beginning(response)
            except _ERRORS as error:
                raise _of_network(error) from error
            finally:
                response.close()
                self._hosts.asked(host_of(address))
            address = target
        raise Failure("redirects", limit=self._limits.redirects)

    def _beginning(self, response: httpx.Response) -> bytes:
        text = b""
        try:
            for chunk in response.iter_bytes():
                self.received += len(chunk)
                text += chunk
                if len(text) >= LONGEST:
                    break
        except httpx.DecodingError:
            return b""
        return text[:LONGEST]

    def _send(self, address: str, headers: dict[str, str]) -> httpx.Response:
        host = host_of(address)
        self._hosts.turn(host)
        self.requests += 1
        try:
            return self._http.send(self._http.build_request("GET", address, headers=headers), stream=True)
        except _ERRORS as error:
            self._hosts.asked(host)
            raise _of_network(error) from error
        except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError, ValueError) as error:
            raise Failure("no_address") from error

    def _kept(
        self,
        response: httpx.Response,
        address: str,
        into: Path,
        is_conditional: bool,
        came: Callable[[int, int], None],
    ) -> Answer:
        status = response.status_code
        if status == 304 and not is_conditional:
            raise Failure("not_asked")
        size, digest = (None, "") if status == 304 else self._body(response, into, came)
        return Answer(
            address,
            status,
            size,
            digest,
            media_type(response.headers.get("content-type", "")),
            next((value for name, value in response.headers.raw if name.lower() == b"content-disposition"), b""),
            validator(response.headers.get("etag", "")),
            day(response.headers.get("last-modified", "")),
            "set-cookie" in response.headers,
        )

    def _body(self, response: httpx.Response, into: Path, came: Callable[[int, int], None]) -> tuple[int, str]:
        if response.status_code not in (200, 203):
            raise _of_status(response)
        limit, promised = self._limits.size, response.headers.get("content-length", "")
        of = int(promised) if promised.isdecimal() and len(promised) < 20 else 0
        if of > limit:
            raise Failure("promised", size=of // MIB, limit=limit // MIB)
        size, digest = 0, hashlib.sha256()
        with into.open("wb") as file:
            for chunk in response.iter_bytes():
                size += len(chunk)
                self.received += len(chunk)
                if size > limit:
                    raise Failure("too_large", limit=limit // MIB)
                digest.update(chunk)
                file.write(chunk)
                came(size, of)
        if not size:
            raise Failure("empty", is_passing=True)
        return size, digest.hexdigest()


def _redirect(response: httpx.Response, address: str) -> str | None:
    """Where an answer leads; None where it is no redirect. Raises Failure where it leads to no address."""
    if response.status_code not in _REDIRECTS:
        return None
    location = next((value for name, value in response.headers.raw if name.lower() == b"location"), None)
    if location is None:
        return None
    target = whole(decoded(location), address)
    if target is None:
        raise Failure("scheme")
    return target


def _of_network(error: Exception) -> Failure:
    code = "protocol" if isinstance(error, httpcore.ProtocolError) else "network"
    is_trusted = "CERTIFICATE" not in str(error).upper()
    return Failure(code, why=str(error) or type(error).__name__, is_passing=is_trusted)


def _of_status(response: httpx.Response) -> Failure:
    status = response.status_code
    return Failure(
        "status",
        status=status,
        is_passing=status in _PASSING,
        is_gone=status in _GONE,
        after=wait(response.headers.get("retry-after", "")),
    )
