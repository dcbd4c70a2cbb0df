"""Readers: one module a medium, chosen by what the bytes are; each gives a `Source`."""

from ingest.blocks import Source
from ingest.readers.scan import is_image, read_scan
from ingest.readers.text import read_text


def read_source(data: bytes, file_name: str) -> Source:
    """The characters, lines and cells of a file. Raises DocumentRejected where no reader can read it."""
    if is_image(data) or data.startswith(b"%PDF-"):
        return read_scan(data, file_name)
    return read_text(data, file_name)
