"""A publication and lines outside it, read together."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from ingest.document.publication import part_of
from ingest.forms.reading import Form, FormReading, Part
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger


def outside(source: Source, part: Part) -> Source:
    """What of a source is outside its publication ``part``."""
    own = {line.number for line in part.source.lines}
    return replace(source, lines=tuple(line for line in source.lines if line.number not in own))


def read_again(
    source: Source, part: Part, form: Form, told: Collection[int]
) -> tuple[Part, Ledger, FormReading, Mapping[int, Line]]:
    """The publication ``part`` joined with lines ``told``, its form read anew without them, and its lines by number.

    They are in the ledger, and nothing of them is booked yet.
    """
    own = {line.number for line in part.source.lines}.difference(told)
    joined = part_of(source, [line for line in source.lines if line.number in own or line.number in told])
    ledger = Ledger(joined, part.texts)
    read = Part(replace(joined, lines=tuple(line for line in joined.lines if line.number in own)), part.texts)
    return Part(joined, part.texts), ledger, form.read(read, ledger), {line.number: line for line in joined.lines}
