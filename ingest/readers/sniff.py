"""What a file is, by its bytes; its name may lie."""

import re
import zipfile
import zlib
from io import BytesIO

from ingest.readers.sheets.delimited import is_delimited

_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "ppt/presentation.xml": "PowerPoint presentation",
    "OFD.xml": "ofd",
    "content.xml": "OpenDocument file",
    "visio/document.xml": "Visio drawing",
    "FixedDocSeq.fdseq": "XPS document",
    "FixedDocumentSequence.fdseq": "XPS document",
    "META-INF/container.xml": "EPUB book",
    "Index/Document.iwa": "Apple iWork document",
}
"""The member that makes a zip file an office document."""

_TYPES = (
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"spreadsheetml.template.main", "xlsx"),
    (b"ms-excel.sheet.macroEnabled.main", "xlsx"),
    (b"ms-excel.template.macroEnabled.main", "xlsx"),
    (b"ms-excel.sheet.binary.macroEnabled.main", "xlsb"),
    (b"wordprocessingml.document.main", "docx"),
    (b"presentationml.", "PowerPoint presentation"),
)
"""What the list of contents says of the main part, where that has a name of its own."""

_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.spreadsheet-template": "ods",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
}

_STREAMS = {
    "EncryptedPackage": "encrypted",
    "Workbook": "xls",
    "Book": "xls",
    "WordDocument": "Word 97-2003 document (.doc)",
    "PowerPoint Document": "PowerPoint 97-2003 presentation",
    "VisioDocument": "Visio drawing",
    "__properties_version1.0": "Outlook message",
    "\x05HwpSummaryInformation": "Hangul document (.hwp)",
    "\tDRMContent": "encrypted",
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
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"MSCF\x00", "Cabinet archive"),
    (b"%!PS", "PostScript document"),
    (b"AT&TFORM", "DjVu document"),
    (b"CAJ\x00", "CAJ document"),
    (b"Founder CEB", "Founder CEB document"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut to a file"),
    (b"\x00\x01\x00\x00Standard Jet DB", "Access database"),
    (b"\x00\x01\x00\x00Standard ACE DB", "Access database"),
    (b"PAR1", "Parquet file"),
    (b"%TSD-Header-###%", "file of a document security program"),
    (b"b\x14#e", "file of a document security program"),
    # Workbooks without an OLE file around them.
    (b"\x09\x00\x04\x00", "xls"),
    (b"\x09\x02\x06\x00", "xls"),
    (b"\x09\x04\x06\x00", "xls"),
    (b"\x09\x08\x08\x00", "xls"),
    (b"\x09\x08\x10\x00", "xls"),
)
_INNER_MAGIC = (
    (257, b"ustar", "tar archive"),
    (8, b"WEBP", "WebP picture"),
    (4, b"ftypheic", "HEIC picture"),
    (4, b"ftypmif1", "HEIC picture"),
    (4, b"ftyp", "video"),
    (6, b"\x00\x00\x00\x00", "BMP picture"),
)
"""Signs that stand behind other bytes; of a BMP its two empty fields, behind its BM."""
_ARCHIVES = ("RAR archive", "7-Zip archive", "tar archive", "Cabinet archive")
_OF_ARCHIVES = [
    (at, magic) for at, magic, kind in (*((0, *sign) for sign in _MAGIC), *_INNER_MAGIC) if kind in _ARCHIVES
]
"""The signs of archives that are no zip, and where they stand."""
_XML = (
    (re.compile(r"<office:document\s[^>]*opendocument\.spreadsheet"), "flat ods"),
    (re.compile(r"<(?:\w+:)?wordDocument[\s>]"), "flat docx"),
    (re.compile(r"<(?:\w+:)?package\s[^>]*schemas\.microsoft\.com/office/2006/xmlPackage"), "flat docx"),
    (re.compile(r"<office:document\s[^>]*opendocument\.text"), "flat odt"),
    (re.compile(r"<(?:\w+:)?UOF[\s>]|schemas\.uof\.org"), "UOF document (标文通)"),
)
_IS_XML_SPREADSHEET = re.compile(
    r"(?>\s+|<\?[^>]*>|<!--.*?-->)*+<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL
)
_IS_XML = re.compile(r"\s*+<(?:\?xml|(?:\w++:)?(?:wordDocument|package|document))\s")
_IS_MHTML = re.compile(
    r"(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){0,20}Content-Type:\s*multipart/related", re.IGNORECASE
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
_LOOKED_AT = 16384
_LONGEST_LIST = 2**20


def sniff(data: bytes) -> str:
    """The kind of a file: a key of the readers' table, ``zip``, ``damaged``, ``encrypted``, or in words what else."""
    if is_zip(data):
        return _office_part(data)
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS.items() if _has_stream(data, name)), "OLE file")
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind is not None:
        return kind
    if _is_pdf(data):
        return "pdf"
    kind = next((kind for at, magic, kind in _INNER_MAGIC if data.startswith(magic, at) and _fits(kind, data)), None)
    if kind is not None:
        return kind
    beginning = _beginning(data)
    if _MARKUP.match(beginning):
        return "html"
    kind = _kind_of_xml(beginning)
    if kind is not None:
        return kind
    if _IS_MHTML.match(beginning.replace("\r\n", "\n")):
        return "mhtml"
    return "csv" if is_delimited(data) else "text"


def _fits(kind: str, data: bytes) -> bool:
    """True where the first bytes are those of the kind too, as far as it has any."""
    return data.startswith({"BMP picture": b"BM", "WebP picture": b"RIFF"}.get(kind, b""))


def _kind_of_xml(beginning: str) -> str | None:
    """The kind of a file that is XML and no web page; None for any other file."""
    if _IS_XML_SPREADSHEET.match(beginning):
        return "xml_spreadsheet"
    if not _IS_XML.match(beginning):
        return None
    return next((kind for mark, kind in _XML if mark.search(beginning)), "XML file")


def _is_pdf(data: bytes) -> bool:
    """True where the mark of a PDF begins the file, or stands behind other bytes in a file that ends as a PDF does."""
    mark = _PDF.search(data, 0, _PDF_WITHIN)
    begins = data.startswith(b"%PDF-")
    return begins or (mark is not None and _PDF_END in data[-_PDF_END_WITHIN:])


def is_archive(data: bytes) -> bool:
    """True for an archive, which is no office document: its members are the documents."""
    return (is_zip(data) and _office_part(data) == "zip") or is_foreign_archive(data)


def is_zip(data: bytes) -> bool:
    """True for bytes that begin as those of a zip file do; an office document may too."""
    return data.startswith(_ZIP)


def is_foreign_archive(data: bytes) -> bool:
    """True for bytes that begin as those of an archive do that is no zip; the first 512 tell."""
    return any(data.startswith(magic, at) for at, magic in _OF_ARCHIVES)


def _office_part(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = {name.replace("\\", "/").lower(): name for name in package.namelist()}
            kind = next((kind for part, kind in _PARTS.items() if part.lower() in names), None)
            if kind == "OpenDocument file":
                return _OPEN_DOCUMENTS.get(_read(package, names.get("mimetype")).strip(), kind)
            types = _read(package, names.get("[content_types].xml")) if kind is None else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "damaged"
    return kind or next((kind for mark, kind in _TYPES if mark in types), "zip")


def _read(package: zipfile.ZipFile, name: str | None) -> bytes:
    """The beginning of a member; nothing where it cannot be read."""
    if name is None or package.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return b""
    try:
        with package.open(name) as member:
            return member.read(_LONGEST_LIST)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError):
        return b""


def _has_stream(data: bytes, name: str) -> bool:
    """True where the directory of an OLE file lists a stream: its entries are 128 bytes, the name first, in UTF-16.

    Some programs write the name in other cases.
    """
    for spelt in {name, name.upper(), name.lower()}:
        entry = (spelt + "\x00").encode("utf-16-le")
        at = data.find(entry)
        while at >= 0 and at % 128:
            at = data.find(entry, at + 1)
        if at >= 0:
            return True
    return False


def _beginning(data: bytes) -> str:
    head = data[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    for encoding, zeros in (("utf-16-le", head[1:8:2]), ("utf-16-be", head[0:8:2])):  # without its mark
        if zeros == bytes(4):
            return head[: len(head) // 2 * 2].decode(encoding, errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
