"""The part of a file that is a report of an evaluation: title, cover, money and scored indicators, no other prose."""

from ingest.document.publication import part_of
from ingest.forms.reading import Part
from ingest.forms.reports.parts import reports
from ingest.source.blocks import Source
from ingest.source.printed import Texts


def report_of(source: Source, texts: Texts) -> Part | None:
    """The lines of the reports that a source holds; None where it holds none."""
    found = reports(Part(source, texts))
    kept = {number for report in found for number in report.lines}
    return Part(part_of(source, [line for line in source.lines if line.number in kept]), texts) if kept else None
