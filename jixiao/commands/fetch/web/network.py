"""Connections to addresses that may be asked, and to no others: what a name resolves to is checked and then used.

A name that resolves to a public address when it is checked and to an inner one when it is connected to would pass a
check of the name alone; so the address that was checked is the one connected to, for each connection anew.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from jixiao.commands.fetch.told import Failure

IP = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Iterable[str]]

_MOST_TRIED = 3
_CONNECT, _READ = 15.0, 60.0
_WITH_IPV4 = (ip_network("64:ff9b::/96"), ip_network("::ffff:0:0/96"), ip_network("::/96"))


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host in the order of the system. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(ip: IP) -> bool:
    """True for an address that belongs to nobody's inner network, whatever other address is written in it."""
    if isinstance(ip, IPv6Address):
        if any(ip in network for network in _WITH_IPV4):
            return is_public(IPv4Address(int(ip) & 0xFFFFFFFF))
        inner = ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None and not is_public(inner):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class Door:
    """Which addresses may be connected to: public ones, and those of the networks that were ``allowed``."""

    def __init__(self, allowed: Sequence[Network] = (), resolver: Resolve = resolve) -> None:
        self._allowed, self._resolve = allowed, resolver

    def addresses(self, host: str, port: int) -> list[IP]:
        """The addresses of a host. Raises Failure where it has none, or any that must not be asked."""
        try:
            found = [ip_address(text.partition("%")[0]) for text in self._resolve(host.strip("[]"), port)]
        except (OSError, UnicodeError, ValueError) as error:
            raise Failure("not_resolved", why=str(error), is_passing=isinstance(error, OSError)) from error
        if not found:
            raise Failure("not_resolved", why=host)
        for ip in found:
            if not is_public(ip) and not self.is_allowed(ip):
                raise Failure("inside", host=host, ip=ip)
        return found

    def is_allowed(self, ip: IP) -> bool:
        """True for an address that was allowed by name."""
        return any(ip.version == network.version and ip in network for network in self._allowed)


class Deadline:
    """When the answer being waited for must be whole."""

    def __init__(self) -> None:
        self._end: float | None = None
        self._limit = 0.0

    def begin(self, seconds: float) -> None:
        """Begin to wait for an answer."""
        self._limit, self._end = seconds, time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Seconds to wait for the next bytes. Raises Failure where the time is over."""
        left = (self._end or 0.0) - time.monotonic()
        if left <= 0:
            raise Failure("too_slow", limit=round(self._limit), is_passing=True)
        return min(left, timeout or _READ)


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends with the deadline, however few bytes come at a time."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Guarded(httpcore.NetworkBackend):
    """Connects to what the door lets through; ``door`` None stands before a proxy, which the environment chose."""

    def __init__(self, door: Door | None, deadline: Deadline) -> None:
        self._door, self._deadline = door, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        targets = [host] if self._door is None else [str(ip) for ip in self._door.addresses(host, port)]
        failed: Exception = httpcore.ConnectError(host)
        for target in targets[:_MOST_TRIED]:
            wait = self._deadline.left(timeout or _CONNECT)
            try:
                stream = self._plain.connect_tcp(target, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            if self._door is not None:
                self._refuse_itself(stream, self._door, host)
            return _Stream(stream, self._deadline)
        raise failed

    def _refuse_itself(self, stream: httpcore.NetworkStream, door: Door, host: str) -> None:
        """Raise Failure for a connection to this machine by its public address: both ends are the same."""
        here, there = (str(stream.get_extra_info(end)[0]) for end in ("client_addr", "server_addr"))
        if here == there and not door.is_allowed(ip_address(there.partition("%")[0])):
            stream.close()
            raise Failure("itself", host=host, ip=there)


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class Transport(httpx.BaseTransport):
    """What a client sends its requests through: guarded connections, or the proxies of the environment."""

    def __init__(self, door: Door, deadline: Deadline) -> None:
        self._door, self._deadline = door, deadline
        self._tls = httpx.create_ssl_context()
        self._direct = httpcore.ConnectionPool(
            ssl_context=self._tls, max_connections=8, network_backend=_Guarded(door, deadline)
        )
        self._proxies = getproxies()
        self._through: dict[str, httpcore.HTTPProxy] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request. Raises Failure, and the errors of httpcore."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        assert isinstance(request.stream, httpx.SyncByteStream)
        asked = httpcore.Request(
            request.method, target, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        answer = self._pool(url).handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def _pool(self, url: httpx.URL) -> httpcore.ConnectionPool:
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        if not proxy or proxy_bypass(url.host):
            return self._direct
        self._check_before_proxy(url)
        if proxy not in self._through:
            parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
            login = (parts.username or "", parts.password or "") if parts.username else None
            backend = _Guarded(None, self._deadline)
            address = f"{parts.scheme}://{parts.hostname}:{parts.port or 80}"
            self._through[proxy] = httpcore.HTTPProxy(
                address, proxy_auth=login, ssl_context=self._tls, network_backend=backend
            )
        return self._through[proxy]

    def _check_before_proxy(self, url: httpx.URL) -> None:
        """Raise Failure for an inner address. A name that only the proxy can resolve is left to the proxy."""
        try:
            self._door.addresses(url.host, url.port or 0)
        except Failure as failure:
            if failure.code != "not_resolved":
                raise

    def close(self) -> None:
        """Close every connection."""
        for pool in (self._direct, *self._through.values()):
            pool.close()
