"""The money of projects in a table outside the publication, where its forms print none: read with them."""

from dataclasses import replace

from ingest.document.publication import part_of
from ingest.forms.reading import Form, FormReading, Part
from ingest.forms.tables_beside.money import land_money, rows_of_money, without_money
from ingest.source.blocks import Source
from ingest.source.ledger import Ledger


def with_money(source: Source, part: Part, form: Form, found: FormReading) -> tuple[Part, Ledger, FormReading] | None:
    """The publication ``part`` of a source with the rows of money of its projects, read; None where none is told."""
    names = without_money(found)
    if not names:
        return None
    own = {line.number for line in part.source.lines}
    outside = replace(source, lines=tuple(line for line in source.lines if line.number not in own))
    rows = rows_of_money(outside, part.texts, names.keys())
    if not rows:
        return None
    told = {number for table, number in rows.values()} | {at for table, _ in rows.values() for at in table.above}
    joined = part_of(source, [line for line in source.lines if line.number in own | told])
    ledger = Ledger(joined, part.texts)
    lines = {line.number: line for line in joined.lines}
    read = Part(replace(joined, lines=tuple(line for line in joined.lines if line.number in own)), part.texts)
    again = form.read(read, ledger)
    land_money(ledger, again, rows, lines)
    return Part(joined, part.texts), ledger, again
