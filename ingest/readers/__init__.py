"""Readers: one module a medium, chosen by what the bytes are; each gives a `Source`."""

from ingest.blocks import Source
from ingest.readers.pdf import is_pdf, read_pdf
from ingest.readers.text import read_text


def read_source(data: bytes, file_name: str) -> Source:
    """The characters, lines and cells of a file. Raises DocumentRejected where no reader can read it."""
    return read_pdf(data, file_name) if is_pdf(data) else read_text(data, file_name)
