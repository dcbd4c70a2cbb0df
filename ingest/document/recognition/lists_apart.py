"""A file without the lists of projects behind its form."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.forms import is_form
from ingest.forms.indicator_rows.headers.header import naming
from ingest.forms.reading import Part
from ingest.forms.tables_beside.behind import lists_behind
from ingest.forms.tables_beside.projects import ProjectList
from ingest.source.blocks import Line, Source


def without_lists(part: Part) -> Source:
    """A file without such lists and what heads them; its source where it has none, or is no form without them."""
    source = part.source
    lists = part.ask(lists_behind) if part.ask(naming) else []
    told = {line.number for found in lists for line in (*_heads(part, found), *found.header, *found.rows)}
    if not told:
        return source
    rest = replace(source, lines=tuple(line for line in source.lines if line.number not in told))
    return rest if is_form(Part(rest, part.texts)) else source


def _heads(part: Part, found: ProjectList) -> Iterator[Line]:
    """The paragraphs right above a list from its heading on; all of its page where that begins with them."""
    header = found.header[0]
    above: Sequence[Line] = [line for line in part.source.lines if line.number < header.number]
    last = max((at for at, line in enumerate(above) if line.is_row), default=-1)
    begins_page = above[last].page != header.page
    is_head = False
    for line in above[last + 1 :]:
        is_head = is_head or begins_page or found.heading in part.texts[line.number].values()
        if is_head and line.page == header.page:
            yield line
