"""What a file, and what it lies in, is called: that says whose a document is where nothing is printed."""

import re
from pathlib import PurePosixPath

from ingest.source.printed import Printed

# 03_某局, 附件2-某局, （1）某局
_NUMBERED = re.compile(
    r"\s*+(?:附件|附表|表)?\s*+(?:[（(]\d{1,3}[)）]|\d{1,3}(?=\s*[-_—.．、\s])|\d{1,2})\s*+[-_—.．、\s]*+(?=[\u4e00-\u9fff])(?!年)"
)


def names_of(file_name: str) -> list[Printed]:
    """The names of a file and of the folders and archives it lies in, without their numbers, the nearest first."""
    return [_without_number(PurePosixPath(part).stem) for part in reversed(PurePosixPath(file_name).parts)]


def _without_number(name: str) -> Printed:
    number = _NUMBERED.match(name)
    bare = name[number.end() :] if number else name
    return Printed(bare, range(len(bare)))
