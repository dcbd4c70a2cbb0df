"""What a file, and what it lies in, is called: that says whose a document is where nothing is printed."""

from pathlib import PurePosixPath

from ingest.source.printed import Printed


def names_of(file_name: str) -> list[Printed]:
    """The names of a file and of the folders and archives it lies in, the nearest first."""
    names = [PurePosixPath(part).stem for part in reversed(PurePosixPath(file_name).parts)]
    return [Printed(name, range(len(name))) for name in names]
