"""Readers: one module a medium, chosen by what the bytes are; each gives a `Source`."""

from ingest.readers import office
from ingest.readers.office import confined
from ingest.readers.scan import reader as scan
from ingest.source.blocks import Source


def read_source(data: bytes, file_name: str) -> Source:
    """The characters, lines and cells of a file, by its bytes; ``file_name`` only names it.

    Raises DocumentRejected where no reader can read it.
    """
    from ingest.readers import choice  # all readers take long to import: only where a document is read

    return choice.read(data, file_name)


def now_readable() -> frozenset[str]:
    """Codes of rejections for want of an extra that is installed by now: such a document is read again."""
    extras = {scan.NOT_INSTALLED: scan.is_installed, confined.NOT_INSTALLED: office.is_installed}
    return frozenset(code for code, is_installed in extras.items() if is_installed())
