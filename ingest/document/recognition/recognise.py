"""A file from its bytes to the part of it that is of a known form."""

from ingest.document.beside.summary import with_summary
from ingest.document.lines.gapped import ungapped
from ingest.document.lines.repeated_heads import without_repeated_heads
from ingest.document.lines.sentences import in_cells
from ingest.document.lines.vertical.gathered import gathered
from ingest.document.publication import MEDIA, cut, prose_alone, publication
from ingest.document.recognition.lists_apart import without_lists
from ingest.document.recognition.reports import notice_of, report_of, sections_alone, tables_alone
from ingest.errors import DocumentRejected
from ingest.forms import LISTED, continues_form, is_form, is_summary, recognise, summary_of
from ingest.forms.departments.prose import PROSE
from ingest.forms.labelled.evidence import has_grid
from ingest.forms.notices.form import NOTICE
from ingest.forms.notices.sectioned import SECTIONS
from ingest.forms.notices.tabled import TABLED
from ingest.forms.reading import Form, Part, never_continues
from ingest.forms.reports.form import REPORT
from ingest.readers.choice import read as read_source
from ingest.readers.scan.pictures import with_pictures
from ingest.source.blocks import Source
from ingest.source.printed import Texts, texts_of

_PERHAPS_IN_PICTURES = ("unknown_form", "no_text_layer", "picture")
"""Codes of rejections of an office document whose table may be a picture."""


def recognised(data: bytes, file_name: str) -> tuple[Source, Source, Part, Form]:
    """The whole file, its lines as arranged, the publication in it and its form; pictures where the text is no form.

    Raises DocumentRejected for a medium or a form that is not known.
    """
    whole = None
    try:
        whole = read_source(data, file_name)
        return _form_of(whole)
    except DocumentRejected as rejected:
        pictured = with_pictures(data, file_name, whole) if rejected.code in _PERHAPS_IN_PICTURES else None
        if pictured is None:
            raise
    return _form_of(pictured)


def _form_of(whole: Source) -> tuple[Source, Source, Part, Form]:
    source = without_repeated_heads(gathered(ungapped(in_cells(whole))))
    texts = texts_of(source)
    file = Part(source, texts)
    alone = without_lists(file)
    published = publication(alone, texts, is_form, continues_form, has_grid)
    part = file if published is source else Part(published, texts)
    try:
        listed = LISTED.get(form := recognise(part))
        if listed is not None and (joined := with_summary(alone, part, listed)) is not None:
            return whole, source, joined, listed
        return whole, source, part, form
    except DocumentRejected as rejected:
        if rejected.code != "unknown_form":
            raise
        if (found := report_of(source, texts)) is not None:
            return whole, source, found, REPORT
        lists = Part(publication(source, texts, is_summary, never_continues, never_continues), texts)
        if (summary := summary_of(lists)) is not None:
            return whole, source, lists, summary
        others = ((prose_alone, PROSE), (sections_alone, SECTIONS), (notice_of, NOTICE), (tables_alone, TABLED))
        for find, other in others:
            if (found := find(source, texts)) is not None:
                return whole, source, found, other
        raise


def within_prose(source: Source, texts: Texts) -> tuple[Part, Form] | None:
    """The forms of a text that holds more prose than these, and their kind; None of any other file."""
    if source.medium in MEDIA:
        return None
    part = Part(cut(source, texts, is_form, continues_form, has_grid), texts)
    return (part, recognise(part)) if is_form(part) else None
