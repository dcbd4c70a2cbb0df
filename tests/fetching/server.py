"""A site on loopback: pages and files that may change between runs, and answers that lie."""

import hashlib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

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


def self_signed(path: Path, host: str) -> Path:
    """A file with a key and a certificate that nobody but itself signed, for an address."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, plain = Encoding.PEM, NoEncryption()
    path.write_bytes(key.private_bytes(pem, PrivateFormat.PKCS8, plain) + made.public_bytes(pem))
    return path


@contextmanager
def serving(host: str = "127.0.0.1", certificate: Path | None = None) -> Iterator[Site]:
    """A site that answers at an address of loopback while the context lasts; by https with a certificate."""
    site = Site()
    server = _Server((host, 0), type("Handler", (_Handler,), {"site": site}))
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.origin = f"http{'s' if certificate else ''}://{host}:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
