"""OFD (GB/T 33190): the same characters, rules and boxes as of a PDF, so tables are found by the same code."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from ingest.errors import DocumentRejected
from ingest.readers.ofd.document import annotations, attachments, sheets
from ingest.readers.ofd.files import Files
from ingest.readers.ofd.page import Budget, read_page
from ingest.readers.package import open_package
from ingest.readers.pdf.page import Page
from ingest.readers.pdf.reader import needs_recognition, read_blocks
from ingest.readers.pdf.rows import Block, rows
from ingest.readers.pdf.ruled.wide.together import put_together
from ingest.source.beside import said_beside
from ingest.source.blocks import Source, assemble


def read_ofd(data: bytes, file_name: str) -> Source:
    """An OFD as a `Source` (medium ``ofd``): each cell has its box as the page is displayed.

    The pages of several documents in one file follow one another; seals are not read, annotations said, attachments
    named. Raises DocumentRejected (``damaged``, ``encrypted``, ``no_text_layer``, ``too_large``, ``unsafe_xml``).
    """
    blocks: list[Block] = []
    has_text = False
    with open_package(data) as package:
        files = Files(package)
        for number, page in enumerate(_pages(files), start=1):
            if needs_recognition(page):
                found = "characters without a meaning" if page.is_meaningless else "an image without text to trust"
                message = f"the page of the OFD is {found}: publish it as PDF or image, which is recognised"
                raise DocumentRejected("no_text_layer", message, number, 1, expected="an OFD with text")
            has_text = has_text or bool(page.glyphs or page.sideways or page.slanted)
            blocks.extend(read_blocks(page, number))
        carried = tuple(dict.fromkeys(attachments(files)))
        noted = [text for text in dict.fromkeys(annotations(files)) if any(map(str.isalnum, text))]
    if not has_text:
        raise DocumentRejected("no_text_layer", "no page of the OFD holds any text", expected="an OFD with text")
    source = assemble(file_name, sha256(data).hexdigest(), "ofd", "utf-8", rows(put_together(blocks)))
    told = [said_beside("a comment", "；".join(noted))] if noted else []
    return replace(source, attachments=carried, notices=(*source.notices, *told))


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages of an OFD. Raises DocumentRejected as `read_ofd` does."""
    with open_package(data) as package:
        yield from _pages(Files(package))


def _pages(files: Files) -> Iterator[Page]:
    budget = Budget()
    for sheet in sheets(files):
        yield read_page(sheet, budget)
