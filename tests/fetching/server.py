"""A site on loopback: pages and files that may change between runs, and answers that lie."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Raw = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Resource:
    """What an address answers; with an ETag where it has one, so that it is sent again only when it changed."""

    body: bytes = b""
    type: str = "text/html"
    status: int = 200
    headers: list[tuple[str, bytes]] = field(default_factory=list)
    has_etag: bool = True


@dataclass
class Site:
    """A site: its resources by path with query, raw answers, and what was asked."""

    resources: dict[str, Resource] = field(default_factory=dict)
    raw: dict[str, Raw] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    origin: str = ""
    sent: int = 0

    def page(self, path: str, html: str, encoding: str = "utf-8", **more: object) -> None:
        """A page of the site."""
        self.resources[path] = Resource(html.encode(encoding), f"text/html; charset={encoding}", **more)  # type: ignore[arg-type]

    def file(self, path: str, body: bytes, type: str = "application/octet-stream", disposition: bytes = b"") -> None:
        """A file of the site, with a header Content-Disposition as raw bytes."""
        headers = [("Content-Disposition", disposition)] if disposition else []
        self.resources[path] = Resource(body, type, headers=headers)

    def url(self, path: str) -> str:
        return self.origin + path

    def of(self, path: str) -> int:
        """How often a path was asked."""
        return self.asked.count(path)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    site: Site

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        site = self.site
        site.asked.append(self.path)
        site.headers.append(dict(self.headers.items()))
        site.at_once += 1
        site.most_at_once = max(site.most_at_once, site.at_once)
        try:
            if self.path in site.raw:
                self.close_connection = True
                site.raw[self.path](self)
            else:
                self._answer(site.resources.get(self.path) or Resource(b"<h1>404</h1>", status=404, has_etag=False))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            site.at_once -= 1

    def _answer(self, resource: Resource) -> None:
        etag = f'"{hashlib.md5(resource.body).hexdigest()}"'
        is_same = resource.has_etag and self.headers.get("If-None-Match") == etag
        self.send_response(304 if is_same else resource.status)
        for name, value in resource.headers:
            self.send_header(name, value.decode("latin-1"))
        if resource.has_etag:
            self.send_header("ETag", etag)
        if is_same:
            self.end_headers()
            return
        self.send_header("Content-Type", resource.type)
        self.send_header("Content-Length", str(len(resource.body)))
        self.end_headers()
        self.wfile.write(resource.body)
        self.site.sent += len(resource.body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """A site that answers at an address of loopback while the context lasts."""
    site = Site()
    server = _Server((host, 0), type("Handler", (_Handler,), {"site": site}))
    site.origin = f"http://{host}:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
