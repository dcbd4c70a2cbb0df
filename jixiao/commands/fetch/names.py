"""Names of files as servers say them, in whatever encoding, made harmless for any folder."""

import re
import unicodedata
from binascii import Error as Base64Error
from email.errors import HeaderParseError
from email.header import decode_header
from urllib.parse import unquote_to_bytes, urlsplit

from jixiao.commands.fetch.words import words

_PARAMETER = re.compile(rb";\s*(filename\*?)\s*=\s*(\"[^\"]*\"?|[^;]*)", re.IGNORECASE)
_EXTENDED = re.compile(rb"([\w-]*)'[^']*'(.*)", re.DOTALL)
_IN_WORDS = re.compile(rb"=\?[\w-]+\?[bq]\?", re.IGNORECASE)  # =?GBK?B?sbjBoQ==?=
_ESCAPED = re.compile(rb"%[0-9a-f]{2}", re.IGNORECASE)
_HARMFUL = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_LONGEST = 180
"""Bytes of a name; file systems take 255, and a digest may be added."""

_ENDINGS = {
    "html": "html", "mhtml": "mht", "text": "txt", "csv": "csv", "xml_spreadsheet": "xml", "flat docx": "xml",
    "flat ods": "fods", "flat odt": "fodt", "RAR archive": "rar", "7-Zip archive": "7z", "tar archive": "tar",
    "Cabinet archive": "cab", "gzip archive": "gz", "Word 97-2003 document (.doc)": "doc",
    "Rich Text document": "rtf", "PowerPoint presentation": "pptx", "image": "img",
}  # fmt: skip
"""The ending that a kind of bytes gets where its name has none; other kinds are called as their ending."""


def decoded(data: bytes) -> str:
    """Bytes of a header or an address as text: UTF-8, else GB18030, else as they are."""
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return _again(text)
    return data.decode("latin-1")


def _again(text: str) -> str:
    """A text whose bytes were taken for Latin letters and encoded once more, as it was before."""
    if text.isascii() or max(text) > "\xff":
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return text


def disposition_name(header: bytes) -> str | None:
    """The name in a header Content-Disposition: RFC 5987, RFC 2047, escaped, or bytes as they are; None where none."""
    found = {name.lower(): value.strip().strip(b'"') for name, value in _PARAMETER.findall(b";" + header)}
    extended = _EXTENDED.fullmatch(found.get(b"filename*", b""))
    if extended and extended[2]:
        return _of(unquote_to_bytes(extended[2]), extended[1].decode("ascii", "replace"))
    value = found.get(b"filename") or found.get(b"filename*")
    if not value:
        return None
    if _IN_WORDS.search(value):
        return _from_words(value)
    return decoded(unquote_to_bytes(value) if _ESCAPED.search(value) and value.isascii() else value)


def _from_words(value: bytes) -> str:
    try:
        parts = decode_header(value.decode("latin-1"))
    except (HeaderParseError, Base64Error, ValueError):
        return decoded(value)
    return "".join(text if isinstance(text, str) else _of(text, charset or "") for text, charset in parts)


def _of(data: bytes, charset: str) -> str:
    """Bytes in a charset that is named, and may be wrong."""
    wide = "gb18030" if charset.lower() in ("gb2312", "gbk", "gb18030") else charset
    try:
        return data.decode(wide) if wide else decoded(data)
    except (LookupError, UnicodeDecodeError):
        return decoded(data)


def address_name(address: str) -> str:
    """The last part of an address's path, or of a parameter that names a file."""
    parts = urlsplit(address)
    name = decoded(unquote_to_bytes(parts.path.rpartition("/")[2]))
    if ending_of(name):
        return name
    values = (value for _, _, value in (pair.partition("=") for pair in parts.query.split("&")))
    named = (decoded(unquote_to_bytes(value)) for value in values)
    return next((value for value in named if ending_of(value)), name)


def ending_of(name: str) -> str | None:
    """The ending of a name where it is one of documents, without its dot and in small letters."""
    ending = name.rpartition(".")[2].strip().lower()
    return ending if "." in name and ending in words("ending") else None


def harmless(name: str, kind: str, begin: bytes = b"") -> str:
    """A name that any folder can hold: no path, no sign that steers, nothing reserved, not too long, not hidden.

    ``kind`` and ``begin`` are what the bytes are and how they begin; they give the ending where the name has none.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in last)
    kept = re.sub(r"\s+", " ", _HARMFUL.sub("_", kept)).strip(" .")
    if not ending_of(kept) and not (kind == "html" and kept.lower().endswith((".html", ".htm"))):
        kept = f"{kept or 'document'}.{_ending(kind, begin)}"
    if _RESERVED.match(kept):
        kept = f"_{kept}"
    stem, _, ending = kept.rpartition(".")
    cut = stem.encode()[: _LONGEST - len(ending)].decode("utf-8", "ignore").rstrip(" .")
    return f"{cut or 'document'}.{ending}"


def _ending(kind: str, begin: bytes) -> str:
    if kind == "image":
        signs = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpg"), (b"GIF", "gif"), (b"II*", "tif"), (b"MM", "tif"))
        return next((ending for sign, ending in signs if begin.startswith(sign)), "img")
    return _ENDINGS.get(kind, kind if re.fullmatch(r"[a-z]{3,4}", kind) else "bin")
