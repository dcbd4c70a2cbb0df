"""The characters of a text file: UTF-8, UTF-16 with or without its mark, GB18030 or Big5, never a guess that prints."""

from functools import cache

from ingest.errors import DocumentRejected

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOKED_AT = 100_000
_LEAST_COMMON = 0.5
_LEAST_COMMON_OF_BIG5 = 0.8
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a")


def decode(data: bytes) -> tuple[str, str]:
    """The characters of a text file and the name of their encoding. Raises DocumentRejected (``encoding``).

    Nearly any bytes are some characters in GB18030, so that those must be common ones.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        text = _decoded(data, marked)
        if text is not None:
            return text, "utf-8" if marked == "utf-8-sig" else marked
        raise _not_decoded()
    wide = without_mark(data)
    if wide is not None:
        return wide
    text = _decoded(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    text = _decoded(data, "gb18030")
    if text is not None and _share(text, _common("gb2312", 0xA1, 0xA3, 0xB0, 0xD7)) >= _LEAST_COMMON:
        return text, "gb18030"
    text = _decoded(data, "cp950")
    if text is not None and _share(text, _common("cp950", 0xA1, 0xA3, 0xA4, 0xC6)) >= _LEAST_COMMON_OF_BIG5:
        return text, "big5"
    raise _not_decoded()


def _not_decoded() -> DocumentRejected:
    expected = "UTF-8, UTF-16, GB18030 or Big5"
    message = "the characters cannot be decoded: save the file as UTF-8 and publish it again"
    return DocumentRejected("encoding", message, expected=expected)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without its mark, else None: bytes of its Latin signs are zero in every second place, and only there."""
    head = data[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if bool(even) == bool(odd) or len(data) % 2:
        return None
    encoding = "utf-16-le" if odd else "utf-16-be"
    text = _decoded(data, encoding)
    return None if text is None or not _CONTROLS.isdisjoint(text[:_LOOKED_AT]) else (text, encoding)


def _share(text: str, common: frozenset[str]) -> float:
    """Which part of the characters that are not ASCII is common."""
    others = [character for character in text[:_LOOKED_AT] if not character.isascii()]
    return sum(character in common for character in others) / len(others) if others else 1.0


@cache
def _common(encoding: str, first_sign: int, last_sign: int, first: int, last: int) -> frozenset[str]:
    """The signs and the common characters of a Chinese encoding, by the first of their two bytes."""
    leads = (*range(first_sign, last_sign + 1), *range(first, last + 1))
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x40, 0xFF))
    return frozenset(character for pair in pairs if (character := pair.decode(encoding, errors="ignore")))
