"""SOURCES: one address, a text with an address a line, or a table of addresses with whose they are."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import DocumentRejected
from ingest.readers.text.encodings import decode
from jixiao.commands.fetch.told import told

_COLUMNS = {
    "address": ("address", "url", "网址", "地址", "链接"),
    "city": ("city", "城市", "地区"),
    "department": ("department", "部门"),
    "year": ("year", "年度", "年份"),
}
_IS_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class BadSources(ValueError):
    """SOURCES cannot be used; the message names the row."""


@dataclass(frozen=True, slots=True)
class Source:
    """An address to begin with, as it is written, and what is known of what hangs there."""

    address: str
    city: str = ""
    department: str = ""
    year: str = ""


def read_sources(given: str) -> list[Source]:
    """The addresses that ``given`` is or names, each once. Raises BadSources."""
    if _IS_ADDRESS.match(given):
        return [Source(given)]
    path = Path(given)
    if not path.is_file():
        raise BadSources(told("no_sources", name=given))
    try:
        text, _ = decode(path.read_bytes())
    except (OSError, DocumentRejected) as error:
        raise BadSources(told("unreadable", name=path.name, why=error)) from error
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        raise BadSources(told("no_rows", name=path.name))
    if _IS_ADDRESS.match(lines[0].strip()):
        found = [Source(line.split()[0].rstrip(",")) for line in lines]
    else:
        found = _rows(lines, path.name)
    first: dict[str, Source] = {}
    for source in found:
        first.setdefault(source.address, source)
    return list(first.values())


def _rows(lines: list[str], name: str) -> list[Source]:
    rows = csv.reader(io.StringIO("\n".join(lines)))
    header = [cell.strip().lower() for cell in next(rows)]
    places = {
        column: next((header.index(word) for word in called if word in header), -1)
        for column, called in _COLUMNS.items()
    }
    if places["address"] < 0:
        raise BadSources(told("no_column", name=name))
    found = []
    try:
        for number, row in enumerate(rows, start=2):
            cells = {column: row[at].strip() if 0 <= at < len(row) else "" for column, at in places.items()}
            year = cells["year"].removesuffix("年")
            if year and not (year.isdecimal() and 1990 <= int(year) <= 2100):
                raise BadSources(told("year", name=name, row=number, found=year))
            if cells["address"]:
                found.append(Source(cells["address"], cells["city"], cells["department"], year))
    except csv.Error as error:
        raise BadSources(told("unreadable", name=name, why=error)) from error
    if not found:
        raise BadSources(told("no_rows", name=name))
    return found
