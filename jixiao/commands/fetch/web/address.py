"""Addresses: made whole as browsers do, compared, and turned into the name of a folder."""

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import idna

_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?"
_DEFAULT_PORTS = {"http": 80, "https": 443}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
LONGEST = 2000
"""Characters of an address; longer ones are made to break programs."""


def whole(address: str, base: str = "", encoding: str = "utf-8") -> str | None:
    """The address that a link means on the page ``base`` written in ``encoding``; None where it is none of http.

    Signs of the path are sent as UTF-8, those of the query in the encoding of the page, as browsers do. Names and
    passwords in an address are not sent.
    """
    try:
        parts = urlsplit(urljoin(base, _CONTROLS.sub("", address).strip()))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host or "@" in parts.netloc:
        return None
    try:
        host = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return None
    if not re.fullmatch(r"[\w.:%-]+", host, re.ASCII):
        return None
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    netloc = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    path = quote(_flat(parts.path.replace("\\", "/")), safe=_PATH) or "/"
    found = urlunsplit((parts.scheme, netloc, path, quote(_encoded(parts.query, encoding), safe=_QUERY), ""))
    return found if len(found) <= LONGEST else None


def _flat(path: str) -> str:
    """A path without steps back."""
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del kept[max(1, len(kept) - 1) :]
        elif part != ".":
            kept.append(part)
    flat = "/".join(kept)
    return flat + "/" if path.endswith(("/.", "/..")) and not flat.endswith("/") else flat


def _encoded(query: str, encoding: str) -> bytes:
    try:
        return query.encode("utf-8" if encoding.startswith("utf") else encoding)
    except (LookupError, UnicodeEncodeError):
        return query.encode()


def host_of(address: str) -> str:
    """Host and port of a whole address, as it names them."""
    return urlsplit(address).netloc


def is_same_site(one: str, other: str) -> bool:
    """True for addresses of one host, with or without www."""
    return host_of(one).removeprefix("www.") == host_of(other).removeprefix("www.")


def section_of(address: str) -> str:
    """The folder of an address on its host, with a slash at both ends."""
    return urlsplit(address).path.rpartition("/")[0] + "/"


def folder_of(address: str) -> str:
    """The name of the folder for files of a host."""
    return re.sub(r"[^a-z0-9.-]+", "_", host_of(address).lower()).strip("._-") or "host"
