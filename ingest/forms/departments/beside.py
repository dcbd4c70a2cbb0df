"""Goals of a whole department beside the forms of its projects in one file: in prose, or by its duties."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.forms.departments.duties import read_duties
from ingest.forms.departments.duty_headers import headers_of_duties
from ingest.forms.departments.prose import lines_of_prose, read_prose
from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.labels import fold_label
from ingest.forms.labelled.meaning.tasks import says_grand_total
from ingest.forms.reading import FormReading, Part
from ingest.source.blocks import Source
from ingest.source.ledger import Ledger
from ingest.source.printed import Texts
from ingest.vocabulary import words

_LINES_ABOVE = 4


def read_beside(part: Part, ledger: Ledger, reading: FormReading) -> Source:
    """Land the goals of the department in ``reading``; gives the source without their lines."""
    read_prose(part, ledger, reading)
    duties = _lines_of_duties(part) if part.ask(headers_of_duties) else frozenset()
    if duties:
        lines = tuple(line for line in part.source.lines if line.number in duties)
        read_duties(Part(replace(part.source, lines=lines), part.texts), ledger, reading)
    own = duties | lines_of_prose(part)
    if not own:
        return part.source
    return replace(part.source, lines=tuple(line for line in part.source.lines if line.number not in own))


def _lines_of_duties(part: Part) -> frozenset[int]:
    """The lines of tables of duties: from their title, where one stands above, to their last row or total."""
    source, texts = part.source, part.texts
    lines = [line for line in source.lines if texts[line.number]]
    shown = [_first(texts, line.number) for line in lines]
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.number not in part.ask(headers_of_duties) or line.number in found:
            continue
        first = _title_above(shown, at)
        stop = at + 1
        while stop < len(lines) and not is_title(shown[stop]) and (lines[stop].is_row or says_grand_total(shown[stop])):
            stop += 1
        found.update(own.number for own in lines[first:stop])
    return frozenset(found)


def _title_above(shown: Sequence[str], at: int) -> int:
    titles = words("form_labels", "duty_title")
    above = range(at - 1, max(at - _LINES_ABOVE, 0) - 1, -1)
    return next((up for up in above if fold_label(shown[up]).endswith(titles)), at)


def _first(texts: Texts, number: int) -> str:
    return next(iter(texts[number].values()))
