"""What a file is, by its bytes; its name may lie."""

import re
import zipfile
from io import BytesIO

from ingest.readers.delimited import is_delimited

_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "Excel binary workbook (.xlsb)",
    "ppt/presentation.xml": "PowerPoint presentation",
    "content.xml": "OpenDocument file",
}
"""The member that makes a zip file an office document."""

_STREAMS = {
    "EncryptedPackage": "encrypted",
    "Workbook": "xls",
    "Book": "xls",
    "WordDocument": "Word 97-2003 document (.doc)",
    "PowerPoint Document": "PowerPoint 97-2003 presentation",
}
"""The stream that makes an OLE file an office document, as its directory names it."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"{\\rtf", "Rich Text document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
# Viewers look for the mark of a PDF so far in: mails and web servers put lines before it.
_PDF, _PDF_WITHIN = re.compile(rb"%PDF-\d"), 1024
_PDF_END, _PDF_END_WITHIN = b"%%EOF", 2048
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    r"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|(?:html|head|body|table|meta|title|div|style)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 4096


def sniff(data: bytes) -> str:
    """The kind of a file: a key of the readers' table, ``zip``, ``damaged``, ``encrypted``, or in words what else."""
    if data.startswith(_ZIP):
        return _office_part(data)
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS.items() if _has_stream(data, name)), "OLE file")
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind is not None:
        return kind
    if _is_pdf(data):
        return "pdf"
    if _MARKUP.match(_beginning(data)):
        return "html"
    return "csv" if is_delimited(data) else "text"


def _is_pdf(data: bytes) -> bool:
    """True where the mark of a PDF begins the file, or stands behind other bytes in a file that ends as a PDF does."""
    mark = _PDF.search(data, 0, _PDF_WITHIN)
    begins = data.startswith(b"%PDF-")
    return begins or (mark is not None and _PDF_END in data[-_PDF_END_WITHIN:])


def is_archive(data: bytes) -> bool:
    """True for a zip file that is no office document: its members are the documents."""
    return data.startswith(_ZIP) and _office_part(data) == "zip"


def _office_part(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "damaged"
    return next((kind for part, kind in _PARTS.items() if part in names), "zip")


def _has_stream(data: bytes, name: str) -> bool:
    """True where the directory of an OLE file lists a stream: its entries are 128 bytes, the name first, in UTF-16."""
    entry = (name + "\x00").encode("utf-16-le")
    at = data.find(entry)
    while at >= 0 and at % 128:
        at = data.find(entry, at + 1)
    return at >= 0


def _beginning(data: bytes) -> str:
    head = data[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
