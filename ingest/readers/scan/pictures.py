"""Pictures in an office document that are its table: a scan in a Word document or a workbook."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO

from PIL import Image

from ingest.errors import DocumentRejected
from ingest.readers.package import PICTURES
from ingest.readers.scan.reader import NOT_INSTALLED, is_image, is_installed
from ingest.readers.sniff import is_zip, sniff
from ingest.source.blocks import Cell, Row, Source, assemble

_LEAST_WIDTH, _LEAST_HEIGHT = 400, 150
"""In pixels; smaller ones are seals, logos and lines."""
_LARGEST = 64 * 2**20
_MOST_NAMED = 4
_NUMBER = re.compile("[0-9]+")


def with_pictures(data: bytes, file_name: str, source: Source | None) -> Source | None:
    """An office document with the rows of its pictures behind its own, each picture a page; None where it has none.

    ``source`` is what is read of it without them, None where that is nothing. Raises DocumentRejected
    (``ocr_not_installed``, with the names of the pictures), and for a picture what `page_images` raises.
    """
    pictures = dict(_pictures(data))
    if not pictures:
        return None
    if not is_installed():
        named = ", ".join([*pictures][:_MOST_NAMED])
        more = f" and {len(pictures) - _MOST_NAMED} more" if len(pictures) > _MOST_NAMED else ""
        message = f"the text of the document is no form, which may be in its pictures ({named}{more})"
        raise DocumentRejected(
            NOT_INSTALLED, f"{message}; install character recognition: make ocr", expected="jixiao[ocr]"
        )
    from ingest.readers.scan.page import page_images
    from ingest.readers.scan.rows import page_rows

    rows = list(_rows_of(source)) if source else []
    for number, picture in enumerate(pictures.values(), start=source.pages + 1 if source else 1):
        rows += (row._replace(page=number) for page in page_images(picture) for row in page_rows(page))
    medium, notices = (source.medium, source.notices) if source else (sniff(data), ())
    found = assemble(file_name, sha256(data).hexdigest(), medium, "ocr", rows)
    return Source(**{**vars(found), "notices": notices})


def _pictures(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The pictures of a package, by name in the order of their numbers, that may hold a table."""
    if not is_zip(data):
        return
    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in sorted(package.infolist(), key=lambda part: _in_order(part.filename)):
            if part.filename.lower().startswith(PICTURES) and part.file_size <= _LARGEST:
                try:
                    picture = package.read(part)
                except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, NotImplementedError):
                    continue
                if is_image(picture) and _is_large(picture):
                    yield part.filename, picture


def _in_order(name: str) -> tuple[int, str]:
    number = _NUMBER.search(name.rpartition("/")[2])
    return int(number[0][:9]) if number else 0, name


def _is_large(picture: bytes) -> bool:
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG", "TIFF")) as image:
            return bool(image.width >= _LEAST_WIDTH and image.height >= _LEAST_HEIGHT)
    except Image.DecompressionBombError:
        return True
    except (OSError, ValueError, SyntaxError):
        return False


def _rows_of(source: Source) -> Iterator[Row]:
    """The rows that a source was assembled of; their text is the same to the character."""
    for line in source.lines:
        is_blank = len(line.cells) == 1 and line.span.start == line.span.end
        cells = () if is_blank else tuple(Cell(source.text[slice(*cell)]) for cell in line.cells)
        yield Row(line.page, cells, line.begun)
