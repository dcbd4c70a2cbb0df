"""What stands in a file outside its forms, as rows: tables, what words say of projects together, lists of projects."""

from typing import NamedTuple

from ingest.document.outside.listed import listed_projects
from ingest.document.outside.tables import outside_tables
from ingest.document.outside.totals import said_totals
from ingest.forms.reading import FormReading, Part
from ingest.rows import ListedProjectRow, OutsideTableRow, SaidTotalRow
from ingest.source.blocks import Source


class Outside(NamedTuple):
    """``characters`` are those of the file outside its publication, white space left out."""

    characters: int
    tables: tuple[OutsideTableRow, ...]
    said_totals: tuple[SaidTotalRow, ...]
    listed_projects: tuple[ListedProjectRow, ...]


def outside_of(whole: Source, arranged: Source, part: Part, found: FormReading) -> Outside:
    """What stands in a ``whole`` file, its lines as ``arranged``, beside what was ``found`` in its publication."""
    publication = part.source
    file = part if arranged is publication else Part(arranged, part.texts)
    return Outside(
        _characters(whole, publication),
        outside_tables(whole, publication),
        said_totals(arranged, publication),
        listed_projects(file, [row.line for row in found.projects]),
    )


def _characters(whole: Source, publication: Source) -> int:
    if publication is whole:
        return 0
    printed, all_printed = (sum(map(len, own.text.split())) for own in (publication, whole))
    return all_printed - printed
