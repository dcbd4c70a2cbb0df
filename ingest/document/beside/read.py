"""A publication, read with what its file prints beside it: money, executions, levels, the money of its department."""

from functools import partial

from ingest.document.beside.booklet import Read, with_booklet
from ingest.document.beside.department import with_department
from ingest.document.beside.execution import with_executions
from ingest.document.beside.money import with_levels, with_money
from ingest.document.beside.other_total import doubt_total
from ingest.document.beside.said_department import with_said_department
from ingest.forms.reading import Form, Part
from ingest.source.blocks import Source
from ingest.source.ledger import Ledger


def read_with_beside(source: Source, part: Part, form: Form) -> Read:
    """The publication ``part`` of a source as its ``form`` and what stands beside it say, with its ledger."""
    read = _read(source, part, form)
    part, ledger, found = with_booklet(source, part, form, partial(_read, source), read) or read
    doubt_total(source, part, found)
    return part, ledger, found


def _read(source: Source, part: Part, form: Form) -> Read:
    ledger = Ledger(part.source, part.texts)
    found = form.read(part, ledger)
    for beside in (with_money, with_executions, with_department, with_said_department, with_levels):
        if (joined := beside(source, part, form, found)) is not None:
            part, ledger, found = joined
    return part, ledger, found
