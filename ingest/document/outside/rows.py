"""What stands in a file outside its forms, as rows: tables, what words say of projects together, lists of projects."""

from decimal import Decimal
from typing import NamedTuple

from ingest.document.beside.joined import outside
from ingest.document.outside.listed import listed_projects
from ingest.document.outside.tables import outside_tables
from ingest.document.outside.totals import said_totals
from ingest.forms.reading import FormReading, Part
from ingest.rows import ListedProjectRow, OutsideTableRow, SaidTotalRow
from ingest.source.blocks import Source
from ingest.source.printed import fold


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
        said_totals(file, publication),
        listed_projects(file, [row.line for row in found.projects], _beside(arranged, part), _money(found)),
    )


def _beside(arranged: Source, part: Part) -> Part | None:
    """What of a file is outside its publication."""
    return None if part.source is arranged else Part(outside(arranged, part), part.texts)


def _money(found: FormReading) -> dict[str, Decimal]:
    """The money of the projects of the forms by their names, folded; what is no budget is none."""
    names = {row.project_seq: fold(row.project_name) for row in found.projects}
    money: dict[str, Decimal] = {name: Decimal(0) for name in names.values()}
    for row in found.funding:
        money[names[row.project_seq]] += row.amount_wan
    return money


def _characters(whole: Source, publication: Source) -> int:
    if publication is whole:
        return 0
    printed, all_printed = (sum(map(len, own.text.split())) for own in (publication, whole))
    return all_printed - printed
