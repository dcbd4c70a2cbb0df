"""The reader of a file, by what its bytes are. Imports all of them: it belongs where documents are read."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace

from ingest.errors import DocumentRejected
from ingest.readers.html.mhtml import read_mhtml
from ingest.readers.html.reader import read_html
from ingest.readers.kinds import ADVICE, named
from ingest.readers.ofd.reader import read_ofd
from ingest.readers.office import confined, libreoffice
from ingest.readers.pdf.document.attachments import packed_document
from ingest.readers.pdf.document.layer import text_layer
from ingest.readers.pdf.reader import read_pdf
from ingest.readers.scan import reader as scan
from ingest.readers.scan.layer import compared
from ingest.readers.scan.reader import read_scan
from ingest.readers.sheets.binary.reader import read_xlsb
from ingest.readers.sheets.delimited import read_delimited
from ingest.readers.sheets.ods.reader import read_flat_ods, read_ods
from ingest.readers.sheets.xls import read_xls
from ingest.readers.sheets.xlsx import read_xlsx
from ingest.readers.sheets.xml2003 import read_xml_spreadsheet
from ingest.readers.sniff import sniff
from ingest.readers.text.reader import read_text
from ingest.readers.word.odt.reader import read_flat_odt, read_odt
from ingest.readers.word.reader import read_flat_word, read_word
from ingest.source.blocks import Source


def _read_pdf(data: bytes, file_name: str) -> Source:
    """A PDF; one that is the cover of a package is the document it holds."""
    why, source = None, None
    try:
        source = _read_pages(data, file_name)
    except DocumentRejected as rejected:
        why = rejected
    packed = packed_document(data) if why is not None or (source and source.attachments) else None
    if packed is not None:
        inner = (_read_pages if sniff(packed) == "pdf" else read)(packed, file_name)
        return replace(inner, sha256=hashlib.sha256(data).hexdigest())
    if source is None:
        assert why is not None
        raise why
    return source


def _read_pages(data: bytes, file_name: str) -> Source:
    """A PDF by its text layer; one that lacks it, even on one page, is a scan: what its picture shows counts."""
    try:
        return read_pdf(data, file_name)
    except DocumentRejected as rejected:
        if rejected.code != "no_text_layer":
            raise
        why = rejected
    try:
        source = read_scan(data, file_name)
    except DocumentRejected as rejected:
        if rejected.code == scan.NOT_INSTALLED and why.page is not None:
            rejected.message = f"{why.message}; install character recognition: make ocr"
            rejected.page, rejected.line = why.page, why.line
        raise
    return compared(source, text_layer(data))


READERS: Mapping[str, Callable[[bytes, str], Source]] = {
    "text": read_text,
    "csv": read_delimited,
    "html": read_html,
    "mhtml": read_mhtml,
    "xlsx": read_xlsx,
    "xls": read_xls,
    "xlsb": read_xlsb,
    "xml_spreadsheet": read_xml_spreadsheet,
    "ods": read_ods,
    "flat ods": read_flat_ods,
    "docx": read_word,
    "flat docx": read_flat_word,
    "odt": read_odt,
    "flat odt": read_flat_odt,
    "ofd": read_ofd,
    "pdf": _read_pdf,
    "image": read_scan,
}
"""Kind of file (`sniff`) to its reader; the keys are the kinds."""

_REFUSED = {
    "encrypted": ("encrypted", "the file is protected by a password: publish it without one"),
    "damaged": ("damaged", "the file begins as an office document or a zip archive and is not whole"),
    "zip": ("archive", "an archive is no document: put it into the documents folder and build"),
}
_FIRST_BYTES = 16


def read(data: bytes, file_name: str) -> Source:
    """The characters, lines and cells of a file, by its bytes; ``file_name`` only names it.

    Raises DocumentRejected where no reader can read it.
    """
    kind = sniff(data)
    reader = READERS.get(kind)
    if reader is not None:
        try:
            return reader(data, file_name)
        except RecursionError as error:
            raise DocumentRejected("damaged", "the file is nested deeper than any document") from error
    if kind in _REFUSED:
        raise DocumentRejected(*_REFUSED[kind])
    if kind in libreoffice.CONVERSIONS:
        return _read_converted(data, file_name, kind)
    kind = named(kind, file_name)
    found = f"{kind}, first bytes {data[:_FIRST_BYTES].hex(' ')}"
    message = f"no reader for this kind of file: {kind}; {ADVICE.get(kind, ADVICE['OLE file'])}"
    raise DocumentRejected("unknown_type", message, expected=", ".join(READERS), found=found)


def _read_converted(data: bytes, file_name: str, kind: str) -> Source:
    """A file that LibreOffice saves anew, as the reader of the newer format reads it."""
    if not libreoffice.is_installed(kind):
        name = named(kind, file_name)
        message = f"no reader for this kind of file: {name}; install LibreOffice: make office, or {ADVICE[name]}"
        raise DocumentRejected(confined.NOT_INSTALLED, message, expected="LibreOffice")
    source = read(libreoffice.converted(data, kind), file_name)
    return replace(source, sha256=hashlib.sha256(data).hexdigest(), encoding="libreoffice")
