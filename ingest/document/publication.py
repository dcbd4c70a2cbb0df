"""Which part of a file is the publication: a page or a workbook also holds what stands around it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from ingest.document.lines.headings import fills_in, headings, text_of, without_prose
from ingest.forms.departments.prose import lines_of_prose
from ingest.forms.labelled.labels import find_label
from ingest.forms.labelled.meaning.tasks import says_grand_total
from ingest.forms.reading import Part
from ingest.forms.tables_beside.other import is_other_table, scores_decisions_alone
from ingest.forms.tables_beside.projects import lists_money_alone, lists_of
from ingest.source.blocks import Line, Mark, Source, Span, spans_of
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import Texts, fold
from ingest.vocabulary import words

MEDIA = ("html", "xlsx", "xls", "xlsb", "xml_spreadsheet", "ods", "docx", "odt", "csv", "pdf", "ofd")
"""Media whose files hold more than one publication: a site's frame, other tables of a budget, a report around them."""

_LINES_BELOW = 3
_LONGEST_TITLE = 40


Recogniser = Callable[[Part], bool]
"""Says of a part of a file whether it is a form."""


def publication(
    source: Source, texts: Texts, is_form: Recogniser, continues_form: Recogniser, has_grid: Recogniser
) -> Source:
    """The part of ``source`` from the first to the last table of a known form, with the lines next to it.

    A section is a table and the paragraphs above it; ``is_form`` says whether one holds a form, or goes on with what
    stands above it and is a form with that (``continues_form``), as the first grid (``has_grid``) below one. Kept are
    the sections between two forms, and following ones that go on with a form, are as wide or have no heading; not a
    list of projects, nor a table under a title of its own that is none of a form (事前绩效评估表).
    Goals of a department in prose are kept wherever they stand. Lines keep their numbers and pages, so that ``texts``
    are those of the part too. Where no section alone is a form, the last of them that are one together are kept; a
    source without a form is left as it is.
    """
    if source.medium not in MEDIA:
        return source
    return cut(source, texts, is_form, continues_form, has_grid)


def cut(source: Source, texts: Texts, is_form: Recogniser, continues_form: Recogniser, has_grid: Recogniser) -> Source:
    """As `publication`, of a file of any medium."""
    sections = sections_of(source.lines)
    if not sections:
        return _from_first_name(source)
    parts = [_asked(source, section, texts) for section in sections]
    forms = [index for index, part in enumerate(parts) if is_form(part)]
    forms = [index for index in forms if not scores_decisions_alone(parts[index])] or forms
    grids = [index for index in forms if has_grid(parts[index])]
    forms = [index for index in forms if not grids or index in grids or not _is_beside_form(parts[index])]
    if not forms:
        forms = _together(source, texts, sections, is_form)
    else:
        forms = sorted({*forms, *_parted(parts, forms, is_form, continues_form, has_grid)})
    if not forms:
        return source
    last = forms[-1]
    while last + 1 < len(sections) and (
        continues_form(parts[last + 1])
        or (goes_on(sections[last], sections[last + 1]) and not _lists_projects(parts[last + 1], is_form))
    ):
        last += 1
    others = {at for at in range(forms[0], last + 1) if at not in forms and is_other_table(parts[at])}
    while last in others:
        last -= 1
    first, *following = [sections[at] for at in range(forms[0], last + 1) if at not in others]
    kept = [*first, *(line for section in following for line in _without_prose(source, section))]
    above = next(index for index, line in enumerate(kept) if line.is_row)
    below = source.lines[source.lines.index(kept[-1]) + 1 :] if last + 1 == len(sections) else ()
    prose = lines_of_prose(Part(source, texts))
    heads = headings(source, [line for line in kept[:above] if line.number not in prose])
    own = prose.union(line.number for line in (*without_prose(source, heads), *kept[above:], *_notes(source, below)))
    return part_of(source, [line for line in source.lines if line.number in own])


def prose_alone(source: Source, texts: Texts) -> Part | None:
    """The goals of a department in prose with the lines above that head them; None where a file holds none."""
    prose = lines_of_prose(Part(source, texts))
    if not prose:
        return None
    above = [line for line in source.lines if line.number < min(prose)]
    own = prose.union(line.number for line in headings(source, above))
    return Part(part_of(source, [line for line in source.lines if line.number in own]), texts)


def _from_first_name(source: Source) -> Source:
    """Forms in lines of text, from the first that names a project on, with the lines next above; else the source."""
    for index, line in enumerate(source.lines):
        label = find_label(text_of(source, line).strip())
        if label is not None and label.has_value and "project_name" in label.kinds:
            return part_of(source, [*headings(source, source.lines[:index]), *source.lines[index:]])
    return source


def _parted(
    parts: Sequence[Part], forms: Sequence[int], is_form: Recogniser, continues_form: Recogniser, has_grid: Recogniser
) -> Iterator[int]:
    """The first and the last section of each form, before the first that is one alone or behind the last, whose title
    and grid paragraphs part; and the grid of the last form that is one without it.
    """
    source, texts = parts[0].source, parts[0].texts
    outer = [*range(forms[0]), *range(forms[-1] + 1, len(parts))]
    for index in outer:
        if not continues_form(parts[index]):
            continue
        lines: list[Line] = [*parts[index].source.lines]
        for above in range(index - 1, -1, -1):
            if above in forms:
                yield from () if any(map(has_grid, parts[above:index])) else (index,)
                break
            lines = [*parts[above].source.lines, *lines]
            if is_form(_asked(source, lines, texts)):
                yield from (above, index)
                break


def _is_beside_form(part: Part) -> bool:
    """True for a list of money alone, and for the cover and the prose of a report, to which the form is attached."""
    lines = [line for line in part.source.lines if not line.is_row]
    said = chain.from_iterable([part.texts[line.number].values() for line in lines])
    return lists_money_alone(part) or any(map(_is_title_of_report, said))


def _is_title_of_report(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and fold(text).endswith(words("form_labels", "report_title"))


def _lists_projects(part: Part, is_form: Recogniser) -> bool:
    """True for a list of projects with its header, which is no form (绩效自评结果汇总表)."""
    return not is_form(part) and any(True for _ in lists_of(part))


def _together(source: Source, texts: Texts, sections: Sequence[Sequence[Line]], is_form: Recogniser) -> list[int]:
    """The first and the last section of the shortest end of the file that is a form; none where the file is none.

    Lists of projects' money at the end are left off where what stands above them is a form without them.
    """
    if not is_form(Part(source, texts)):
        return []
    last = len(sections) - 1
    while last and _lists_projects(_asked(source, sections[last], texts), is_form):
        above = [line for section in sections[:last] for line in section]
        if not is_form(_asked(source, above, texts)):
            break
        last -= 1
    for first in range(last, -1, -1):
        lines = [line for section in sections[first : last + 1] for line in section]
        if is_form(_asked(source, lines, texts)):
            return [first, last]
    return []


def _asked(source: Source, lines: Sequence[Line], texts: Texts) -> Part:
    """Some lines of a source, where they stand in it: what a form is asked about, which `part_of` need not cut out."""
    return Part(replace(source, lines=tuple(lines)), texts)


def sections_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines up to the end of each table, a table ending with its page or at a paragraph."""
    sections: list[list[Line]] = []
    current: list[Line] = []
    for line in lines:
        ends = (
            current and current[-1].is_row and is_printed(line) and (not line.is_row or line.page != current[-1].page)
        )
        if ends:
            sections.append(current)
            current = []
        if is_printed(line) or not (current and current[-1].is_row):
            current.append(line)
    return [*sections, current] if any(line.is_row for line in current) else sections


def goes_on(section: Sequence[Line], following: Sequence[Line]) -> bool:
    """True where the table of ``following`` has no heading of its own, or is as wide as the one before."""
    return next(filter(is_printed, following)).is_row or _width(section) == _width(following)


def _without_prose(source: Source, section: Sequence[Line]) -> Sequence[Line]:
    """The lines of a section without the prose above the title of its table."""
    above = next(index for index, line in enumerate(section) if line.is_row)
    return [*without_prose(source, section[:above]), *section[above:]]


def _notes(source: Source, below: Sequence[Line]) -> Sequence[Line]:
    """The lines right under the table that fill in a label (填表人：…) or hold a total, and those from a note on."""
    marks = tuple(fold(word) for word in words("form_labels", "note"))
    printed = [line for line in below if is_printed(line) and not is_page_number(text_of(source, line))]
    filled = list(takewhile(lambda line: _is_filled(text_of(source, line).strip()), printed[:_LINES_BELOW]))
    rest = printed[len(filled) :]
    first = next((i for i, line in enumerate(rest) if fold(text_of(source, line)).startswith(marks)), len(rest))
    return [*filled, *rest[first : first + _LINES_BELOW]]


def _is_filled(text: str) -> bool:
    return fills_in(text) or says_grand_total(text)


def is_printed(line: Line) -> bool:
    """True for a line that is not blank."""
    return line.span.end > line.span.start


def _width(section: Sequence[Line]) -> int:
    return max(len(line.cells) for line in section)


def part_of(source: Source, lines: Sequence[Line]) -> Source:
    """A source of some of the lines of another."""
    pieces: list[str] = []
    kept: list[Line] = []
    marks: list[Mark] = []
    notices = [notice for notice in source.notices if notice.span is None]
    waiting = iter(source.marks)
    mark = next(waiting, None)
    at = 0
    for line in lines:
        start, end = line.span
        shift = at - start
        cells = spans_of([(first + shift, last + shift) for first, last in line.cells])
        kept.append(Line(line.number, line.page, Span(at, end + shift), cells, line.begun))
        while mark is not None and mark.span.start < end:
            if mark.span.start >= start:
                marks.append(Mark(_moved(mark.span, shift), mark.page, mark.box))
            mark = next(waiting, None)
        for notice in source.notices:
            if notice.span and start <= notice.span.start <= end:
                notices.append(notice._replace(span=_moved(notice.span, shift)))
        pieces.append(source.text[start:end] + "\n")
        at += end - start + 1
    return replace(
        source,
        text="".join(pieces),
        lines=tuple(kept),
        marks=tuple(marks),
        attachments=(),
        pictures=(),
        notices=tuple(notices),
    )


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
