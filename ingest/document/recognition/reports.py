"""The part of a file that is a report of an evaluation, or a notice of goals: what it says of projects alone."""

from collections.abc import Sequence

from ingest.document.publication import part_of
from ingest.forms.notices.sectioned import sections_of
from ingest.forms.notices.tabled import heads_of, tabled_of
from ingest.forms.notices.told import around, told_projects
from ingest.forms.reading import Part
from ingest.forms.reports.money import spent_of
from ingest.forms.reports.parts import reports
from ingest.source.blocks import Line, Source, Span
from ingest.source.printed import Texts

_STOP = "。"


def report_of(source: Source, texts: Texts) -> Part | None:
    """The lines of the reports that a source holds; None where it holds none."""
    found = reports(Part(source, texts))
    kept = {number for report in found for number in report.lines}
    money = {number for report in found for section in report.sections for number in section.money}
    lines = [_sentence(source, line) if line.number in money else line for line in source.lines if line.number in kept]
    return Part(part_of(source, lines), texts) if kept else None


def _sentence(source: Source, line: Line) -> Line:
    """The sentence of a line of prose that prints what was budgeted and spent; the line where several do."""
    start, end = line.span
    text = source.text[start:end]
    found = spent_of(text)
    if found is None or len(line.cells) > 1:
        return line
    low, high = min(found)[0], max(found)[1]
    own = Span(start + text.rfind(_STOP, 0, low) + 1, start + (text.find(_STOP, high) + 1 or len(text)))
    return Line(line.number, line.page, own, (own,), line.begun)


def notice_of(source: Source, texts: Texts) -> Part | None:
    """The paragraphs of a notice that tell projects with their indicators, its titles and who signs it; else None."""
    return _told(source, texts, [told.lines for told in told_projects(Part(source, texts))])


def sections_alone(source: Source, texts: Texts) -> Part | None:
    """The sections of a text that each tell a project, its titles and who signs it; None where it holds none."""
    return _told(source, texts, [section.lines for section in sections_of(Part(source, texts))])


def tables_alone(source: Source, texts: Texts) -> Part | None:
    """The projects that a text tells in numbered fields and tables, those above with them; None for none."""
    part = Part(source, texts)
    found = tabled_of(part)
    if not found:
        return None
    kept = {number for own in found for number in own.lines} | {*heads_of(source, part, found[0].heading)}
    return Part(part_of(source, [line for line in source.lines if line.number in kept]), texts)


def _told(source: Source, texts: Texts, projects: Sequence[Sequence[int]]) -> Part | None:
    kept = {number for lines in projects for number in lines}
    kept |= {*around(Part(source, texts), min(kept))} if kept else set()
    return Part(part_of(source, [line for line in source.lines if line.number in kept]), texts) if kept else None
