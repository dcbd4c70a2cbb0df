"""The part of a file that is a report of an evaluation, or a notice of goals: what it says of projects alone."""

from ingest.document.publication import part_of
from ingest.forms.notices.told import around, told_projects
from ingest.forms.reading import Part
from ingest.forms.reports.parts import reports
from ingest.source.blocks import Source
from ingest.source.printed import Texts


def report_of(source: Source, texts: Texts) -> Part | None:
    """The lines of the reports that a source holds; None where it holds none."""
    found = reports(Part(source, texts))
    kept = {number for report in found for number in report.lines}
    return Part(part_of(source, [line for line in source.lines if line.number in kept]), texts) if kept else None


def notice_of(source: Source, texts: Texts) -> Part | None:
    """The paragraphs of a notice that tell projects with their indicators, its titles and who signs it; else None."""
    whole = Part(source, texts)
    kept = {number for told in told_projects(whole) for number in told.lines}
    kept |= {*around(whole)} if kept else set()
    return Part(part_of(source, [line for line in source.lines if line.number in kept]), texts) if kept else None
